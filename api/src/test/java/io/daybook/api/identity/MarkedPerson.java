package io.daybook.api.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.mcp.postgres.SampleShop;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Somebody whose every trace can be told from those of others. */
final class MarkedPerson {

    private static final ParameterizedTypeReference<Map<String, Object>> JSON =
            new ParameterizedTypeReference<>() {};
    static final String EMAIL = "zyxomma@marker.example";

    /** What is told of one person, and of nobody else: written by them, or seen of them. */
    static final List<String> MARKERS =
            List.of("zyx", "203.0.113.77", "Samsung Internet", "ChromeOS");

    private final People people;
    private final WebTestClient client;
    private final SampleShop shop;

    MarkedPerson(People people, WebTestClient client, SampleShop shop) {
        this.people = people;
        this.client = client;
        this.shop = shop;
    }

    /** Registers and signs in from a place that is marked too. */
    WebTestClient register() {
        client.post()
                .uri("/api/auth/register")
                .headers(MarkedPerson::fromTheMarkedPlace)
                .bodyValue(
                        Map.of(
                                "email",
                                EMAIL,
                                "password",
                                People.PASSWORD,
                                "fullName",
                                "Zyxomma Quill",
                                "username",
                                "zyxquill"))
                .exchange()
                .expectStatus()
                .isAccepted();
        Map<String, Object> tokens =
                Objects.requireNonNull(
                        client.post()
                                .uri("/api/auth/login")
                                .headers(MarkedPerson::fromTheMarkedPlace)
                                .bodyValue(Map.of("identifier", EMAIL, "password", People.PASSWORD))
                                .exchange()
                                .expectBody(JSON)
                                .returnResult()
                                .getResponseBody());
        return client.mutate()
                .defaultHeaders(MarkedPerson::fromTheMarkedPlace)
                .defaultHeaders(
                        headers -> headers.setBearerAuth(String.valueOf(tokens.get("accessToken"))))
                .build();
    }

    private static void fromTheMarkedPlace(HttpHeaders headers) {
        headers.set("X-Forwarded-For", "203.0.113.77");
        headers.set("User-Agent", "ZyxAgent (CrOS) SamsungBrowser/9");
    }

    /** Does everything that leaves something of a person anywhere. */
    void leaveTraces(WebTestClient zyxomma) {
        shop.sql("CREATE ROLE zyxreader LOGIN PASSWORD 'zyxpassword'");
        shop.sql("GRANT SELECT ON ALL TABLES IN SCHEMA public TO zyxreader");
        connect(
                zyxomma,
                "Zyxconnection",
                "postgresql://zyxreader:zyxpassword@%s:%d/%s"
                        .formatted(
                                shop.database().host(),
                                shop.database().port(),
                                shop.database().name()));
        for (String name : List.of("Zyxproject", "Zyxdeleted")) {
            Map<String, Object> project =
                    Objects.requireNonNull(
                            zyxomma.post()
                                    .uri("/api/projects")
                                    .bodyValue(Map.of("name", name, "description", "zyx words"))
                                    .exchange()
                                    .expectStatus()
                                    .isCreated()
                                    .expectBody(JSON)
                                    .returnResult()
                                    .getResponseBody());
            if (name.equals("Zyxdeleted")) {
                zyxomma.delete()
                        .uri("/api/projects/" + project.get("id"))
                        .exchange()
                        .expectStatus()
                        .isNoContent();
            }
        }
        ask(zyxomma, Map.of("sql", "select 'zyxstatement' as zyxcolumn"));
        ask(zyxomma, Map.of("sql", "select zyxwrong"));
        ask(zyxomma, Map.of("question", "how many purchase zyxquestion"));
        zyxomma.post()
                .uri("/api/activity/filters")
                .bodyValue(Map.of("name", "Zyxsearch", "filter", "q=zyxsearched"))
                .exchange()
                .expectStatus()
                .isCreated();
        zyxomma.get()
                .uri("/api/activity?format=csv&q=zyxexported")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(file -> assertThat(file).contains("position"));
        zyxomma.get().uri("/api/users/me").exchange().expectStatus().isOk();
        people.logIn(EMAIL, "zyx wrong password").expectStatus().isUnauthorized();
        people.post("/api/auth/register", Map.of("email", EMAIL, "password", People.PASSWORD))
                .expectStatus()
                .isAccepted();
    }

    /** Does something that the read model of projects cannot take in. */
    void leaveAParkedEvent(WebTestClient zyxomma, JdbcClient jdbc) {
        String table =
                jdbc.sql(
                                "select 'p_projects_' || generation || '.projects' from"
                                        + " projection_generation where projection = 'projects'"
                                        + " and state = 'live'")
                        .query(String.class)
                        .single();
        jdbc.sql("alter table " + table + " add constraint no check (name <> 'Zyxparked')")
                .update();
        zyxomma.post().uri("/api/projects").bodyValue(Map.of("name", "Zyxparked")).exchange();
    }

    /** Makes a connection and chooses it. */
    static void connect(WebTestClient person, String name, String uri) {
        Map<String, Object> connection =
                Objects.requireNonNull(
                        person.post()
                                .uri("/api/connections")
                                .bodyValue(Map.of("name", name, "kind", "postgres", "uri", uri))
                                .exchange()
                                .expectStatus()
                                .isCreated()
                                .expectBody(JSON)
                                .returnResult()
                                .getResponseBody());
        person.post()
                .uri("/api/connections/" + connection.get("id") + "/select")
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    private static void ask(WebTestClient person, Map<String, String> body) {
        person.post()
                .uri("/api/runs")
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(answer -> assertThat(answer).contains("[DONE]"));
    }
}
