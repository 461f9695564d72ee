package io.daybook.api.identity;

import static org.awaitility.Awaitility.await;

import io.daybook.api.RunningDaybook;
import io.daybook.api.platform.Commands;
import io.daybook.messages.Actor;
import io.daybook.messages.identity.Installation;
import io.daybook.messages.identity.IssueSetupLink;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** People with accounts in the Daybook under test. */
public final class People {

    static final String PASSWORD = "tangerine-lamp-42";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RunningDaybook daybook;
    private final WebTestClient client;

    public People(RunningDaybook daybook) {
        this.daybook = daybook;
        this.client = daybook.client();
    }

    /** What a client without cookies holds. */
    public record Bearer(String access, String refresh, UUID session, String position) {

        public void on(HttpHeaders headers) {
            headers.setBearerAuth(access);
            headers.set("Daybook-Position", position);
        }
    }

    /** Somebody new who has not signed in yet; answers the address. */
    public String register() {
        String email = UUID.randomUUID() + "@example.org";
        post("/api/auth/register", Map.of("email", email, "password", PASSWORD))
                .expectStatus()
                .isAccepted();
        return email;
    }

    /** Somebody new who has signed in. */
    public Bearer user() {
        return signIn(register());
    }

    public Bearer administrator() {
        // Daybook issues a link when it starts, beside us; only the newest is good.
        await().atMost(PATIENCE).until(this::hasIssuedItsOwnLink);
        String token = "test-setup-token";
        daybook.bean(Commands.class)
                .send(new IssueSetupLink(Installation.ID, hash(token)), Actor.SYSTEM)
                .block();
        String email = UUID.randomUUID() + "@example.org";
        post("/api/setup", Map.of("token", token, "email", email, "password", PASSWORD))
                .expectStatus()
                .isNoContent();
        return signIn(email);
    }

    private boolean hasIssuedItsOwnLink() {
        return daybook.bean(JdbcClient.class)
                .sql(
                        "select exists (select from domain_event where payload_type ="
                                + " 'identity.SetupLinkIssued')")
                .query(Boolean.class)
                .single();
    }

    /** Somebody who has an account already. */
    public Bearer signIn(String identifier) {
        return signedIn(logIn(identifier, PASSWORD));
    }

    /** The same person with tokens made anew. */
    Bearer refresh(Bearer who) {
        return signedIn(post("/api/auth/refresh", Map.of("refreshToken", who.refresh())));
    }

    private static Bearer signedIn(WebTestClient.ResponseSpec response) {
        EntityExchangeResult<Map<String, Object>> answer =
                response.expectStatus()
                        .isOk()
                        .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
                        .returnResult();
        Map<String, Object> body = Objects.requireNonNull(answer.getResponseBody());
        return new Bearer(
                String.valueOf(body.get("accessToken")),
                String.valueOf(body.get("refreshToken")),
                UUID.fromString(String.valueOf(body.get("sessionId"))),
                String.valueOf(answer.getResponseHeaders().getFirst("Daybook-Position")));
    }

    WebTestClient.ResponseSpec logIn(String identifier, String password) {
        return post("/api/auth/login", Map.of("identifier", identifier, "password", password));
    }

    WebTestClient.ResponseSpec post(String path, Object body) {
        return client.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    public WebTestClient.ResponseSpec post(String path, Object body, Bearer who) {
        return client.post()
                .uri(path)
                .headers(who::on)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    public WebTestClient.ResponseSpec put(String path, Object body, Bearer who) {
        return client.put()
                .uri(path)
                .headers(who::on)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    public WebTestClient.ResponseSpec get(String path, Bearer who) {
        return client.get().uri(path).headers(who::on).exchange();
    }

    public WebTestClient.ResponseSpec delete(String path, Bearer who) {
        return client.delete().uri(path).headers(who::on).exchange();
    }

    UUID idOf(Bearer who) {
        return UUID.fromString(String.valueOf(profile(who).get("id")));
    }

    /** The same person in another session. */
    public Bearer signInAgain(Bearer who) {
        return signIn(String.valueOf(profile(who).get("email")));
    }

    private Map<String, Object> profile(Bearer who) {
        return Objects.requireNonNull(
                get("/api/users/me", who)
                        .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
                        .returnResult()
                        .getResponseBody());
    }

    /** What somebody gets who asks to be erased. */
    static WebTestClient.ResponseSpec eraseOneself(WebTestClient person, String password) {
        return person.method(HttpMethod.DELETE)
                .uri("/api/users/me")
                .bodyValue(Map.of("password", password))
                .exchange();
    }

    /** Waits until somebody was erased and nobody is being erased any more. */
    public void awaitErasures(Bearer administrator) {
        await("all erasures are finished")
                .atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                get("/api/admin/erasures", administrator)
                                        .expectBody()
                                        .jsonPath("$.items[?(@.status == 'running')]")
                                        .isEmpty()
                                        .jsonPath("$.items[?(@.status == 'finished')]")
                                        .isNotEmpty());
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
