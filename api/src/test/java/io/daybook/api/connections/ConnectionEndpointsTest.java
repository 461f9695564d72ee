package io.daybook.api.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.RunningDaybook;
import io.daybook.api.identity.People;
import io.daybook.api.mcp.postgres.SampleShop;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

class ConnectionEndpointsTest {

    private static final SampleShop SHOP = SampleShop.create();
    private static final RunningDaybook DAYBOOK =
            RunningDaybook.start(
                    Map.of(
                            "daybook.demo.uri",
                            SHOP.readerUri(),
                            "daybook.connections.connect-timeout",
                            "2s"));
    private static final People PEOPLE = new People(DAYBOOK);
    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT =
            new ParameterizedTypeReference<>() {};

    private final WebTestClient client = DAYBOOK.client();
    private final People.Bearer anna = PEOPLE.user();

    @AfterAll
    static void stop() {
        DAYBOOK.stop();
    }

    private WebTestClient.ResponseSpec connect(People.Bearer person, Map<String, String> wanted) {
        return client.post()
                .uri("/api/connections")
                .headers(person::on)
                .bodyValue(wanted)
                .exchange();
    }

    private String connected(People.Bearer person) {
        Map<String, Object> item =
                connect(person, Map.of("name", "Shop", "kind", "postgres", "uri", SHOP.readerUri()))
                        .expectStatus()
                        .isCreated()
                        .expectBody(OBJECT)
                        .returnResult()
                        .getResponseBody();
        return String.valueOf(Objects.requireNonNull(item).get("id"));
    }

    private WebTestClient.ResponseSpec get(People.Bearer person, String path) {
        return client.get().uri(path).headers(person::on).exchange();
    }

    @Test
    void connectsADatabaseAndTellsWhatIsInIt() {
        String id = connected(anna);

        get(anna, "/api/connections/" + id)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo("Shop")
                .jsonPath("$.kind")
                .isEqualTo("postgres")
                .jsonPath("$.status")
                .isEqualTo("connected")
                .jsonPath("$.server")
                .isEqualTo(SHOP.reader().server());
        get(anna, "/api/connections/" + id + "/tools")
                .expectBody()
                .jsonPath("$.items[*].name")
                .isEqualTo(List.of("list_tables", "describe_table", "run_query", "search_schema"));
        get(anna, "/api/connections/" + id + "/schema")
                .expectBody()
                .jsonPath("$.tables[?(@.name == 'purchase')].columns[1].references")
                .isEqualTo("public.customer.id");
    }

    @Test
    void neverSaysThePasswordAgain() {
        String id = connected(anna);

        for (String path : List.of("/api/connections", "/api/connections/" + id)) {
            get(anna, path)
                    .expectBody(String.class)
                    .value(body -> assertThat(body).doesNotContain("read only", "read%20only"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://nobody:x@HOST:PORT/DB, wrong-password",
        "postgresql://READER:x@HOST:PORT/DB, wrong-password",
        "postgresql://READER@HOST:PORT/DB, wrong-password",
        "postgresql://READER:read%20only@HOST:PORT/nowhere, unknown-database",
        "postgresql://READER:read%20only@HOST:1/DB, unreachable",
        "postgresql://READER:read%20only@nowhere.invalid/DB, unreachable",
        "postgresql://READER:read%20only@HOST:PORT/DB?sslmode=require, tls-required",
        "postgresql://READER:read%20only@HOST:PORT/DB?sslmode=verify-full, tls-required",
        "postgresql://WRITER:writes@HOST:PORT/DB, too-many-privileges",
        "postgresql://SUPER@HOST:PORT/DB, too-many-privileges",
        "postgresql://x:y@169.254.169.254/DB, address-not-allowed",
        "postgresql://x:y@[fe80::1]/DB, address-not-allowed",
        "mysql://x:y@HOST/DB, malformed-uri",
        "'', malformed-uri"
    })
    void saysWhyADatabaseCannotBeConnected(String template, String reason) {
        String uri =
                template.replace("HOST", SHOP.database().host())
                        .replace("PORT", String.valueOf(SHOP.database().port()))
                        .replace("DB", SHOP.database().name())
                        .replace("READER", SHOP.readerRole())
                        .replace("WRITER", SHOP.writerRole())
                        .replace(
                                "SUPER", SHOP.database().user() + ":" + SHOP.database().password());

        connect(anna, Map.of("name", "x", "kind", "postgres", "uri", uri))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/connection-failed")
                .jsonPath("$.reason")
                .isEqualTo(reason);
        get(anna, "/api/connections").expectBody().jsonPath("$.items").isEmpty();
    }

    @Test
    void doesNotWaitForeverForAServerThatSaysNothing() throws IOException {
        try (ServerSocket silent = new ServerSocket(0)) {
            connect(
                            anna,
                            Map.of(
                                    "kind",
                                    "postgres",
                                    "uri",
                                    "postgresql://a:b@127.0.0.1:" + silent.getLocalPort() + "/c"))
                    .expectStatus()
                    .isEqualTo(422)
                    .expectBody()
                    .jsonPath("$.reason")
                    .isEqualTo("timed-out");
        }
    }

    @Test
    void keepsConnectionsOfTwoPeopleApart() {
        String id = connected(anna);
        People.Bearer ben = PEOPLE.user();

        get(ben, "/api/connections").expectBody().jsonPath("$.items").isEmpty();
        for (String path : List.of("", "/tools", "/schema")) {
            get(ben, "/api/connections/" + id + path).expectStatus().isNotFound();
        }
        for (String path : List.of("/reconnect", "/select")) {
            client.post()
                    .uri("/api/connections/" + id + path)
                    .headers(ben::on)
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
        client.delete()
                .uri("/api/connections/" + id)
                .headers(ben::on)
                .exchange()
                .expectStatus()
                .isNotFound();
        get(anna, "/api/connections/" + id).expectStatus().isOk();
    }

    @Test
    void disconnectsAtOnceAndForgetsTheSecret() {
        String id = connected(anna);
        get(anna, "/api/connections/" + id + "/schema").expectStatus().isOk();
        JdbcClient log = DAYBOOK.bean(JdbcClient.class);
        long secrets = count(log);

        String position =
                client.delete()
                        .uri("/api/connections/" + id)
                        .headers(anna::on)
                        .exchange()
                        .expectStatus()
                        .isNoContent()
                        .returnResult(Void.class)
                        .getResponseHeaders()
                        .getFirst("Daybook-Position");

        client.get()
                .uri("/api/connections/" + id)
                .headers(anna::on)
                .headers(headers -> headers.set("Daybook-Position", position))
                .exchange()
                .expectStatus()
                .isNotFound();
        await().atMost(Duration.ofSeconds(30)).until(() -> count(log) == secrets - 1);
    }

    @Test
    void worksWithTheSelectedConnection() {
        String first = connected(anna);
        connected(anna);

        String position =
                client.post()
                        .uri("/api/connections/" + first + "/select")
                        .headers(anna::on)
                        .exchange()
                        .expectStatus()
                        .isNoContent()
                        .returnResult(Void.class)
                        .getResponseHeaders()
                        .getFirst("Daybook-Position");

        client.get()
                .uri("/api/connections")
                .headers(anna::on)
                .headers(headers -> headers.set("Daybook-Position", position))
                .exchange()
                .expectBody()
                .jsonPath("$.items[*].selected")
                .isEqualTo(List.of(true, false));
    }

    @Test
    void connectsOurDatabaseWhereThereIsOne() {
        get(anna, "/api/connections/offers")
                .expectBody()
                .jsonPath("$.store.available")
                .isEqualTo(true);
        connect(anna, Map.of("kind", "store"))
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.kind")
                .isEqualTo("store");
    }

    @Test
    void triesAgain() {
        String id = connected(anna);

        client.post()
                .uri("/api/connections/" + id + "/reconnect")
                .headers(anna::on)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("connected");
    }

    @Test
    void isForPeopleWhoSignedIn() {
        client.get().uri("/api/connections").exchange().expectStatus().isUnauthorized();
    }

    private static long count(JdbcClient log) {
        return log.sql("select count(*) from vault").query(Long.class).single();
    }
}
