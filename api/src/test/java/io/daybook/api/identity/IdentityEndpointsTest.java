package io.daybook.api.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.RunningDaybook;
import io.daybook.api.platform.Needs;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class IdentityEndpointsTest {

    private final RunningDaybook daybook;
    private final People people;
    private final WebTestClient client;

    IdentityEndpointsTest() {
        daybook = RunningDaybook.start(Map.of());
        people = new People(daybook);
        client = daybook.client();
    }

    @AfterAll
    void stop() {
        daybook.stop();
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
    void givesTheWebInterfaceCookiesAndNoTokens() {
        FluxExchangeResult<String> signedIn = signInWithCookies(people.register());
        assertThat(signedIn.getResponseBody().blockFirst())
                .contains("sessionId")
                .doesNotContain("Token");
        ResponseCookie access =
                Objects.requireNonNull(signedIn.getResponseCookies().getFirst("daybook_access"));
        assertThat(access.isHttpOnly()).isTrue();
        assertThat(access.getSameSite()).isEqualTo("Strict");
        assertThat(signedIn.getResponseCookies().getFirst("XSRF-TOKEN")).isNotNull();
    }

    @Test
    void refusesACookieRequestWithoutTheCsrfToken() {
        MultiValueMap<String, ResponseCookie> cookies =
                signInWithCookies(people.register()).getResponseCookies();
        problem(withCookies(cookies, Map.of()), 403);
        problem(withCookies(cookies, Map.of("X-XSRF-TOKEN", UUID.randomUUID().toString())), 403);
        problem(withCookies(cookies, Map.of("Authorization", "Basic eDp5")), 403);
        // a bearer token exempts, and then the cookies count for nothing
        problem(withCookies(cookies, Map.of("Authorization", "Bearer x")), 401);

        withCookies(
                        cookies,
                        Map.of(
                                "X-XSRF-TOKEN",
                                Objects.requireNonNull(cookies.getFirst("XSRF-TOKEN")).getValue()))
                .expectStatus()
                .isNoContent();
    }

    @Test
    void keepsMailsForTheAdministratorAlone() {
        People.Bearer administrator = people.administrator();
        people.get("/api/admin/outbox", administrator).expectStatus().isOk();
        people.get("/api/admin/outbox", people.user()).expectStatus().isForbidden();
        client.get().uri("/api/admin/outbox").exchange().expectStatus().isUnauthorized();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"identifier":"x","password":"y","admin":true} | 400 | unknown-field
                    {"identifier":5,"password":"y"}                | 400 | wrong-type
                    {"identifier":["x"],"password":"y"}            | 400 | wrong-type
                    {"identifier":"x"}                             | 422 | invalid
                    {"identifier":                                 | 400 | malformed-body
                    []                                             | 400 | malformed-body
                    """)
    void saysWhatIsWrongWithABody(String body, int status, String type) {
        Map<String, Object> problem =
                problem(
                        client.post()
                                .uri("/api/auth/login")
                                .contentType(MediaType.APPLICATION_JSON)
                                .bodyValue(body)
                                .exchange(),
                        status);
        assertThat(problem)
                .containsEntry("type", "/problems/" + type)
                .containsKeys("title", "detail", "instance", "requestId");
    }

    @Test
    void refusesTenMegabytesWithoutReadingThem() {
        byte[] large = "x".repeat(10_000_000).getBytes(StandardCharsets.UTF_8);
        problem(
                client.post()
                        .uri("/api/auth/login")
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(large)
                        .exchange(),
                413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/nothing", "/mcp/nothing", "/assets/nothing.js", "/nothing.php"})
    void servesNoPageWhereThereIsNone(String path) {
        assertThat(
                        client.get()
                                .uri(path)
                                .headers(people.user()::on)
                                .exchange()
                                .returnResult(String.class)
                                .getStatus()
                                .value())
                .isEqualTo(404);
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

    private FluxExchangeResult<String> signInWithCookies(String email) {
        return client.post()
                .uri("/api/auth/login")
                .header("Daybook-Client", "web")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("identifier", email, "password", People.PASSWORD))
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(String.class);
    }

    private WebTestClient.ResponseSpec withCookies(
            MultiValueMap<String, ResponseCookie> cookies, Map<String, String> headers) {
        return client.delete()
                .uri("/api/sessions?others=true")
                .headers(all -> headers.forEach(all::set))
                .cookies(
                        all ->
                                cookies.forEach(
                                        (name, values) ->
                                                all.add(name, values.getFirst().getValue())))
                .exchange();
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
