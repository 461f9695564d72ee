package io.daybook.api.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.Workspace;
import io.daybook.api.WorkspaceTest;
import io.daybook.api.platform.Needs;

import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Accounts, sign-in and sessions on the running application. */
final class IdentityEndpointsTest extends WorkspaceTest {

    IdentityEndpointsTest(Workspace workspace) {
        super(workspace);
    }

    @Test
    void everyEndpointNamesItsPermission() {
        var endpoints =
                daybook.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                        .getHandlerMethods();
        assertThat(endpoints).isNotEmpty();
        assertThat(endpoints.entrySet())
                .filteredOn(
                        endpoint ->
                                endpoint.getValue()
                                        .getBeanType()
                                        .getPackageName()
                                        .startsWith("io.daybook"))
                .allSatisfy(
                        endpoint ->
                                assertThat(endpoint.getValue().hasMethodAnnotation(Needs.class))
                                        .as(endpoint.getKey().toString())
                                        .isTrue());
    }

    @Test
    void answersAlikeForAFreeAndATakenAddress() {
        String taken = people.register();
        byte[] free = registered(UUID.randomUUID() + "@example.org");
        assertThat(registered(taken)).isEqualTo(free);
        assertThat(registered(taken.toUpperCase(Locale.ROOT))).isEqualTo(free);
    }

    @Test
    void answersAlikeForAnUnknownPersonAndAWrongPassword() {
        Map<String, Object> wrong = refusal(people.logIn(people.register(), "wrong password"));
        Map<String, Object> unknown = refusal(people.logIn("nobody@example.org", "wrong password"));
        wrong.remove("requestId");
        unknown.remove("requestId");
        assertThat(unknown).isEqualTo(wrong);
        assertThat(unknown).containsEntry("type", "/problems/sign-in-refused");
    }

    @Test
    void showsThePersonWhoHasSignedIn() {
        People.Bearer user = people.user();
        people.get("/api/users/me", user)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.role")
                .isEqualTo("user")
                .jsonPath("$.emailVerified")
                .isEqualTo(false)
                .jsonPath("$.permissions[0]")
                .isEqualTo("account:own");
    }

    @Test
    void exchangesARefreshTokenOnceAndEndsTheSessionOnReuseByAnotherDevice() {
        People.Bearer user = people.user();
        people.post("/api/auth/refresh", Map.of("refreshToken", user.refresh()))
                .expectStatus()
                .isOk();
        people.get("/api/users/me", user).expectStatus().isOk();

        client.post()
                .uri("/api/auth/refresh")
                .header(HttpHeaders.USER_AGENT, "Mozilla/5.0 (X11; Linux) Firefox/140.0")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("refreshToken", user.refresh()))
                .exchange()
                .expectStatus()
                .isUnauthorized();
        people.get("/api/users/me", user).expectStatus().isUnauthorized();
    }

    @Test
    void takesAnAccessTokenForNoRefreshTokenAndTheOtherWayRound() {
        People.Bearer user = people.user();
        people.post("/api/auth/refresh", Map.of("refreshToken", user.access()))
                .expectStatus()
                .isUnauthorized();
        client.get()
                .uri("/api/users/me")
                .headers(headers -> headers.setBearerAuth(user.refresh()))
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void refusesTheTokensOfALoggedOutSessionAtOnce() {
        People.Bearer user = people.user();
        client.post()
                .uri("/api/auth/logout")
                .headers(user::on)
                .exchange()
                .expectStatus()
                .isNoContent();
        people.get("/api/users/me", user).expectStatus().isUnauthorized();
        people.post("/api/auth/refresh", Map.of("refreshToken", user.refresh()))
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void nobodyEndsOrSeesTheSessionOfAnother() {
        People.Bearer grace = people.user();
        People.Bearer ada = people.user();

        Map<String, Object> others =
                problem(people.delete("/api/sessions/" + grace.session(), ada), 404);
        Map<String, Object> none =
                problem(people.delete("/api/sessions/" + UUID.randomUUID(), ada), 404);
        assertThat(others.get("detail")).isEqualTo(none.get("detail"));
        people.get("/api/users/me", grace).expectStatus().isOk();
        people.get("/api/sessions?userId=" + UUID.randomUUID(), ada).expectStatus().isForbidden();
    }

    @Test
    void endsAllOtherSessions() {
        String email = people.register();
        People.Bearer old = people.signIn(email);
        People.Bearer current = people.signIn(email);

        people.delete("/api/sessions?others=true", current).expectStatus().isNoContent();

        people.get("/api/users/me", old).expectStatus().isUnauthorized();
        people.get("/api/users/me", current).expectStatus().isOk();
    }

    @Test
    void tellsAnOpenPageThatItsSessionHasEndedAndClosesTheStream() {
        String email = people.register();
        People.Bearer watching = people.signIn(email);
        People.Bearer other = people.signIn(email);
        FluxExchangeResult<ServerSentEvent<Map<String, Object>>> live =
                client.get()
                        .uri("/api/live")
                        .headers(watching::on)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .returnResult(new ParameterizedTypeReference<>() {});
        Flux<String> events =
                live.getResponseBody()
                        .filter(event -> "session-ended".equals(event.event()))
                        .map(event -> String.valueOf(event.data()));
        StepVerifier.create(events)
                .then(
                        () ->
                                people.delete("/api/sessions/" + watching.session(), other)
                                        .expectStatus()
                                        .isNoContent())
                .expectNextMatches(data -> data.contains(watching.session().toString()))
                .expectComplete()
                .verify(Duration.ofSeconds(30));
    }

    @Test
    void keepsMailsForTheAdministratorAlone() {
        people.get("/api/admin/outbox", root).expectStatus().isOk();
        people.get("/api/admin/outbox", people.user()).expectStatus().isForbidden();
        client.get().uri("/api/admin/outbox").exchange().expectStatus().isUnauthorized();
    }

    private byte[] registered(String email) {
        return Objects.requireNonNull(
                people.post(
                                "/api/auth/register",
                                Map.of("email", email, "password", People.PASSWORD))
                        .expectStatus()
                        .isAccepted()
                        .expectHeader()
                        .doesNotExist("Daybook-Position")
                        .expectBody()
                        .returnResult()
                        .getResponseBody());
    }

    private static Map<String, Object> refusal(WebTestClient.ResponseSpec answer) {
        return problem(answer, 401);
    }

    private static Map<String, Object> problem(WebTestClient.ResponseSpec answer, int status) {
        return Objects.requireNonNull(
                answer.expectStatus()
                        .isEqualTo(status)
                        .expectHeader()
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
                        .returnResult()
                        .getResponseBody());
    }
}
