package io.daybook.api.platform.observing;

import io.daybook.api.mcp.postgres.SampleShop;

import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** What a person does and does wrong, with words in it that nobody else may ever read. */
final class PlantedJourney {

    private final WebTestClient client;
    private final SampleShop shop;

    PlantedJourney(WebTestClient client, SampleShop shop) {
        this.client = client;
        this.shop = shop;
    }

    /** Secrets and personal data. */
    List<String> planted() {
        return List.of(
                "ada.planted@example.org",
                "Ada Plantedname",
                "planted-Passw0rd-81",
                "planted-wrong-password",
                "plantedquestion",
                "plantedliteral",
                shop.readerUri());
    }

    /** Goes there; answers the tokens that were handed out. */
    List<String> go() {
        post(
                "/api/auth/register",
                Map.of(
                        "email", "ada.planted@example.org",
                        "password", "planted-Passw0rd-81",
                        "fullName", "Ada Plantedname"),
                headers -> {});
        post(
                "/api/auth/login",
                Map.of(
                        "identifier",
                        "ada.planted@example.org",
                        "password",
                        "planted-wrong-password"),
                headers -> {});
        Map<String, Object> signedIn =
                answer(
                        post(
                                "/api/auth/login",
                                Map.of(
                                        "identifier", "ada.planted@example.org",
                                        "password", "planted-Passw0rd-81"),
                                headers -> {}));
        String access = String.valueOf(signedIn.get("accessToken"));
        String refresh = String.valueOf(signedIn.get("refreshToken"));
        Consumer<HttpHeaders> ada = headers -> headers.setBearerAuth(access);
        Object connection =
                Objects.requireNonNull(
                        answer(
                                        post(
                                                "/api/connections",
                                                Map.of(
                                                        "kind", "postgres",
                                                        "name", "Shop",
                                                        "uri", shop.readerUri()),
                                                ada))
                                .get("id"));
        post(
                "/api/connections",
                Map.of(
                        "kind", "postgres",
                        "name", "Nowhere",
                        "uri", "postgresql://ada:planted-wrong-password@127.0.0.1:1/none"),
                ada);
        ask("sql", "select 'plantedliteral'::int", connection, ada);
        ask("question", "how many plantedquestion are there", connection, ada);
        client.post()
                .uri("/api/projects")
                .headers(ada)
                .header(HttpHeaders.CONTENT_TYPE, "application/json")
                .bodyValue("{\"name\": plantedliteral")
                .exchange();
        post("/api/auth/refresh", Map.of("refreshToken", refresh), headers -> {});
        post("/api/auth/refresh", Map.of("refreshToken", refresh + "x"), headers -> {});
        post("/api/auth/logout", Map.of(), ada);
        LoggerFactory.getLogger("io.daybook.journey").info("The journey is over");
        return List.of(access, refresh);
    }

    private void ask(String how, String what, Object connection, Consumer<HttpHeaders> who) {
        post("/api/runs", Map.of(how, what, "connectionId", connection), who)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult();
    }

    private static Map<String, Object> answer(WebTestClient.ResponseSpec response) {
        return Objects.requireNonNull(
                response.expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
                        .returnResult()
                        .getResponseBody());
    }

    private WebTestClient.ResponseSpec post(
            String path, Object body, Consumer<HttpHeaders> headers) {
        return client.post().uri(path).headers(headers).bodyValue(body).exchange();
    }
}
