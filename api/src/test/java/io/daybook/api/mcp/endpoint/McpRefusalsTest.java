package io.daybook.api.mcp.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.Workspace;
import io.daybook.api.WorkspaceTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import java.util.function.Consumer;

/** What is refused at the door for agents, and how that is said. */
final class McpRefusalsTest extends WorkspaceTest {

    McpRefusalsTest(Workspace workspace) {
        super(workspace);
    }

    @Test
    void tellsAClientWithoutTokenWhereToLook() {
        isSentTo("/.well-known/oauth-protected-resource/mcp", headers -> {});

        client.get()
                .uri("/.well-known/oauth-protected-resource/mcp")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.resource")
                .isEqualTo("http://127.0.0.1:" + daybook.port() + "/mcp");
    }

    @Test
    void refusesATokenThatIsForged() {
        isSentTo("resource_metadata", headers -> headers.setBearerAuth(anna.access() + "x"));
    }

    @Test
    void refusesPagesOfOtherSites() {
        client.post()
                .uri("/mcp")
                .headers(headers -> headers.setBearerAuth(anna.access()))
                .header("Origin", "https://evil.example")
                .bodyValue("{}")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "null", "{\"jsonrpc\":\"2.0\"}", "\"text\""})
    void refusesWhatIsNoMessageWithoutShowingItsInside(String body) {
        post(body)
                .expectStatus()
                .isBadRequest()
                .expectBody(String.class)
                .value(
                        said ->
                                assertThat(String.valueOf(said))
                                        .doesNotContain("stackTrace", "io.modelcontextprotocol"));
    }

    @Test
    void refusesAMessageThatIsTooLarge() {
        post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + "x".repeat(300_000) + "\"}")
                .expectStatus()
                .isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({
        "tools/call, '{}', -32602",
        "tools/call, '{\"name\":\"nothing\"}', -32602",
        "resources/list, '{}', -32601"
    })
    void answersWrongCallsByCode(String method, String params, int code) {
        post("{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"%s\",\"params\":%s}"
                        .formatted(method, params))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.error.code")
                .isEqualTo(code)
                .jsonPath("$.id")
                .isEqualTo(7);
    }

    @Test
    void doesNotListenForClientsThatWantToBeCalled() {
        client.get()
                .uri("/mcp")
                .headers(headers -> headers.setBearerAuth(anna.access()))
                .exchange()
                .expectStatus()
                .isEqualTo(405);
    }

    private void isSentTo(String place, Consumer<HttpHeaders> credentials) {
        client.post()
                .uri("/mcp")
                .headers(credentials)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{}")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .value("WWW-Authenticate", challenge -> assertThat(challenge).contains(place));
    }

    private WebTestClient.ResponseSpec post(String body) {
        return client.post()
                .uri("/mcp")
                .headers(headers -> headers.setBearerAuth(anna.access()))
                .accept(MediaType.APPLICATION_JSON, MediaType.TEXT_EVENT_STREAM)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }
}
