package io.daybook.api.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.Workspace;
import io.daybook.api.WorkspaceTest;

import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.MultiValueMap;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Sign-in of the web pages: cookies that scripts cannot read, and what other sites cannot send. */
final class CookiesTest extends WorkspaceTest {

    CookiesTest(Workspace workspace) {
        super(workspace);
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
        refused(withCookies(cookies, Map.of()), 403);
        refused(withCookies(cookies, Map.of("X-XSRF-TOKEN", UUID.randomUUID().toString())), 403);
        refused(withCookies(cookies, Map.of("Authorization", "Basic eDp5")), 403);
        // a bearer token exempts, and then the cookies count for nothing
        refused(withCookies(cookies, Map.of("Authorization", "Bearer x")), 401);

        withCookies(
                        cookies,
                        Map.of(
                                "X-XSRF-TOKEN",
                                Objects.requireNonNull(cookies.getFirst("XSRF-TOKEN")).getValue()))
                .expectStatus()
                .isNoContent();
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

    private static void refused(WebTestClient.ResponseSpec answer, int status) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }
}
