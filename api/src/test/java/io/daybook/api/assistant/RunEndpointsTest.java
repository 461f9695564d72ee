package io.daybook.api.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.RunningDaybook;
import io.daybook.api.platform.Commands;
import io.daybook.messages.Actor;
import io.daybook.messages.connections.ConnectionKind;
import io.daybook.messages.connections.EstablishConnection;
import io.daybook.messages.connections.SelectConnection;
import io.daybook.platform.Identifiers;
import io.daybook.platform.postgres.TestDatabase;
import io.daybook.platform.vault.Vault;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Questions to the running application, through the real gateway to a real database. */
class RunEndpointsTest {

    private static final String PASSWORD = "tangerine-lamp-42";

    private static RunningDaybook daybook;
    private static WebTestClient anna;
    private static WebTestClient ben;
    private static UUID connection;

    @BeforeAll
    static void start() throws SQLException {
        daybook = RunningDaybook.start(Map.of());
        anna = signedIn();
        ben = signedIn();
        connection = connect(anna, shop());
    }

    @AfterAll
    static void stop() {
        daybook.stop();
    }

    @Test
    void streamsTheAnswerToAQuestion() {
        EntityExchangeResult<String> answer =
                ask(anna, Map.of("question", "top 2 products by revenue"));

        assertThat(answer.getResponseHeaders().getFirst("x-vercel-ai-ui-message-stream"))
                .isEqualTo("v1");
        assertThat(answer.getResponseHeaders().getContentType())
                .satisfies(
                        type ->
                                assertThat(type.isCompatibleWith(MediaType.TEXT_EVENT_STREAM))
                                        .isTrue());
        String run = answer.getResponseHeaders().getFirst("Daybook-Run");
        assertThat(answer.getResponseBody())
                .containsSubsequence(
                        "\"start\"",
                        String.valueOf(run),
                        "\"data-step\"",
                        "\"data-sql\"",
                        "\"data-table\"",
                        "Kite",
                        "Robot",
                        "\"data-chart\"",
                        "\"bar\"",
                        "\"text-delta\"",
                        "Kite",
                        "\"finish\"",
                        "[DONE]");
        anna.get()
                .uri("/api/runs/" + run)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("answered")
                .jsonPath("$.chart.kind")
                .isEqualTo("bar")
                .jsonPath("$.parts[0].type")
                .isEqualTo("start");
    }

    @Test
    void runsAStatementAsWrittenAndRefusesToWrite() {
        assertThat(ask(anna, Map.of("sql", "SELECT 6 * 7 AS answer")).getResponseBody())
                .contains("[[42]]");
        assertThat(ask(anna, Map.of("sql", "DELETE FROM products")).getResponseBody())
                .contains("\"error\"")
                .doesNotContain("\"data-table\"");
    }

    @Test
    void givesAFinishedRunToALateComer() {
        String run =
                ask(anna, Map.of("question", "how many products"))
                        .getResponseHeaders()
                        .getFirst("Daybook-Run");

        anna.get()
                .uri("/api/runs/" + run + "/stream")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("\"start\"", "\"finish\"", "[DONE]"));
    }

    @Test
    void hidesRunsFromEverybodyElse() {
        String run =
                ask(anna, Map.of("question", "how many products"))
                        .getResponseHeaders()
                        .getFirst("Daybook-Run");

        ben.get().uri("/api/runs/" + run).exchange().expectStatus().isNotFound();
        ben.get().uri("/api/runs/" + run + "/stream").exchange().expectStatus().isNotFound();
        ben.delete().uri("/api/runs/" + run).exchange().expectStatus().isNotFound();
        ben.get()
                .uri("/api/runs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items")
                .isEmpty();
    }

    @Test
    void hidesConnectionsFromEverybodyElse() {
        post(ben, Map.of("question", "how many products", "connectionId", connection))
                .expectStatus()
                .isNotFound();
    }

    @Test
    void saysThatAConnectionIsNeededFirst() {
        post(ben, Map.of("question", "how many products"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/no-connection-selected");
    }

    @Test
    void refusesWhatIsNoQuestion() {
        post(anna, Map.of()).expectStatus().isEqualTo(422);
        post(anna, Map.of("question", " ")).expectStatus().isEqualTo(422);
        post(anna, Map.of("question", "a", "sql", "SELECT 1")).expectStatus().isEqualTo(422);
        post(anna, Map.of("question", "a".repeat(4_001))).expectStatus().isEqualTo(422);
        post(anna, Map.of("question", "a", "model", "nobody")).expectStatus().isEqualTo(422);
        post(daybook.client(), Map.of("question", "a")).expectStatus().isUnauthorized();
    }

    @Test
    void namesTheBuiltInAnalystWhereNoModelIsConfigured() {
        anna.get()
                .uri("/api/models")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].id")
                .isEqualTo("built-in")
                .jsonPath("$.items.length()")
                .isEqualTo(1);
    }

    private static EntityExchangeResult<String> ask(
            WebTestClient client, Map<String, Object> body) {
        return post(client, body).expectStatus().isOk().expectBody(String.class).returnResult();
    }

    private static WebTestClient.ResponseSpec post(WebTestClient client, Map<String, Object> body) {
        return client.post()
                .uri("/api/runs")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static WebTestClient signedIn() {
        String email = UUID.randomUUID() + "@example.org";
        WebTestClient client = daybook.client();
        client.post()
                .uri("/api/auth/register")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("email", email, "password", PASSWORD))
                .exchange()
                .expectStatus()
                .isAccepted();
        EntityExchangeResult<Map<String, Object>> answer =
                client.post()
                        .uri("/api/auth/login")
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(Map.of("identifier", email, "password", PASSWORD))
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
                        .returnResult();
        String token =
                String.valueOf(Objects.requireNonNull(answer.getResponseBody()).get("accessToken"));
        String position = String.valueOf(answer.getResponseHeaders().getFirst("Daybook-Position"));
        return client.mutate()
                .defaultHeaders(
                        headers -> {
                            headers.setBearerAuth(token);
                            headers.set("Daybook-Position", position);
                        })
                .build();
    }

    private static UUID connect(WebTestClient client, String uri) {
        Map<String, Object> me =
                Objects.requireNonNull(
                        client.get()
                                .uri("/api/users/me")
                                .exchange()
                                .expectBody(
                                        new ParameterizedTypeReference<Map<String, Object>>() {})
                                .returnResult()
                                .getResponseBody());
        Actor actor = new Actor(UUID.fromString(String.valueOf(me.get("id"))), null, false, null);
        UUID id = Identifiers.next();
        Commands commands = daybook.bean(Commands.class);
        UUID secret = daybook.bean(Vault.class).put(Objects.requireNonNull(actor.userId()), uri);
        commands.send(
                        new EstablishConnection(
                                id, "Shop", ConnectionKind.POSTGRES, "localhost", secret),
                        actor)
                .block();
        long position =
                Objects.requireNonNull(commands.send(new SelectConnection(id), actor).block())
                        .position();
        anna =
                client.mutate()
                        .defaultHeaders(
                                headers -> headers.set("Daybook-Position", Long.toString(position)))
                        .build();
        return id;
    }

    /** A small shop, read by a role that may only read. */
    private static String shop() throws SQLException {
        TestDatabase database = TestDatabase.create();
        String reader = "reader_" + database.name();
        try (Connection open =
                        DriverManager.getConnection(
                                database.jdbcUrl(), database.user(), database.password());
                Statement statement = open.createStatement()) {
            statement.execute(
                    """
                    CREATE TABLE products (id int PRIMARY KEY, name text NOT NULL);
                    CREATE TABLE sales (id int PRIMARY KEY, product_id int NOT NULL REFERENCES products, quantity int NOT NULL,
                      unit_price numeric NOT NULL, sold_on date NOT NULL);
                    INSERT INTO products VALUES (1, 'Robot'), (2, 'Kite'), (3, 'Atlas');
                    INSERT INTO sales VALUES (1, 1, 2, 10, '2026-01-05'), (2, 2, 5, 9, '2026-01-06'), (3, 3, 1, 4, '2026-01-07');
                    CREATE ROLE %1$s LOGIN PASSWORD 'reading';
                    GRANT CONNECT ON DATABASE %2$s TO %1$s;
                    GRANT SELECT ON ALL TABLES IN SCHEMA public TO %1$s
                    """
                            .formatted(reader, database.name()));
        }
        return "postgresql://%s:reading@%s:%d/%s"
                .formatted(reader, database.host(), database.port(), database.name());
    }
}
