package io.daybook.api.mcp.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.RunningDaybook;
import io.daybook.api.identity.People;
import io.daybook.api.mcp.postgres.SampleShop;
import io.daybook.api.platform.Queries;
import io.daybook.messages.connections.ConnectionList;
import io.daybook.messages.connections.ConnectionsOfUser;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.WebClient;

import reactor.core.Disposable;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

class McpEndpointTest {

    private static final SampleShop SHOP = SampleShop.create();
    private static final RunningDaybook DAYBOOK = RunningDaybook.start(Map.of());
    private static final People PEOPLE = new People(DAYBOOK);

    private final WebTestClient client = DAYBOOK.client();
    private final People.Bearer anna = PEOPLE.user();

    @AfterAll
    static void stop() {
        DAYBOOK.stop();
    }

    private void connect(People.Bearer person, String name) {
        client.post()
                .uri("/api/connections")
                .headers(person::on)
                .bodyValue(Map.of("name", name, "kind", "postgres", "uri", SHOP.readerUri()))
                .exchange()
                .expectStatus()
                .isCreated();
    }

    private McpSyncClient mcp(People.Bearer person) {
        McpSyncClient mcp =
                McpClient.sync(
                                HttpClientStreamableHttpTransport.builder(
                                                "http://127.0.0.1:" + DAYBOOK.port())
                                        .endpoint("/mcp")
                                        .addHttpRequestCustomizer(
                                                (request, method, uri, body, context) ->
                                                        request.header(
                                                                "Authorization",
                                                                "Bearer " + person.access()))
                                        .build())
                        .requestTimeout(Duration.ofSeconds(30))
                        .build();
        mcp.initialize();
        return mcp;
    }

    private static McpSchema.CallToolResult call(
            McpSyncClient mcp, String tool, Map<String, Object> arguments) {
        return mcp.callTool(McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
    }

    private static String text(McpSchema.CallToolResult result) {
        return ((McpSchema.TextContent) result.content().getFirst()).text();
    }

    private WebTestClient.ResponseSpec post(People.Bearer person, String body) {
        return client.post()
                .uri("/mcp")
                .headers(headers -> headers.setBearerAuth(person.access()))
                .accept(MediaType.APPLICATION_JSON, MediaType.TEXT_EVENT_STREAM)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    @Test
    void offersTheToolsOfThePersonsConnections() {
        connect(anna, "Shop");
        try (McpSyncClient mcp = mcp(anna)) {
            assertThat(mcp.listTools().tools())
                    .extracting(McpSchema.Tool::name)
                    .containsExactly("list_tables", "describe_table", "run_query", "search_schema");
        }
    }

    @Test
    void offersNothingToSomebodyWithoutConnections() {
        try (McpSyncClient mcp = mcp(PEOPLE.user())) {
            assertThat(mcp.listTools().tools()).isEmpty();
        }
    }

    @Test
    void answersRowsOnceAsText() {
        connect(anna, "Shop");
        try (McpSyncClient mcp = mcp(anna)) {
            McpSchema.CallToolResult result =
                    call(mcp, "run_query", Map.of("sql", "SELECT count(*) AS n FROM purchase"));

            assertThat(text(result))
                    .isEqualTo(
                            "{\"columns\":[{\"name\":\"n\",\"type\":\"number\"}],\"rows\":[[1000]],\"truncated\":false}");
            assertThat(result.structuredContent()).isNull();
            assertThat(result.isError()).isFalse();
        }
    }

    @Test
    void asksWhichConnectionIsMeantWhenThereAreSeveral() {
        connect(anna, "Shop");
        connect(anna, "Copy");
        try (McpSyncClient mcp = mcp(anna)) {
            assertThat(text(call(mcp, "list_tables", Map.of()))).contains("Shop, Copy");
            assertThat(call(mcp, "list_tables", Map.of("connection", "Copy")).isError()).isFalse();
            assertThat(text(call(mcp, "list_tables", Map.of("connection", "Other"))))
                    .contains("no database connection named Other");
        }
    }

    @Test
    void tellsAnAgentWhatWentWrong() {
        connect(anna, "Shop");
        try (McpSyncClient mcp = mcp(anna)) {
            McpSchema.CallToolResult result =
                    call(mcp, "run_query", Map.of("sql", "DELETE FROM customer"));

            assertThat(result.isError()).isTrue();
            assertThat(text(result)).contains("syntax error");
            assertThat(SHOP.number("SELECT count(*) FROM customer")).isEqualTo(50);
        }
    }

    @Test
    void keepsConnectionsOfTwoPeopleApart() {
        connect(anna, "Shop");
        String id =
                String.valueOf(
                        Objects.requireNonNull(
                                        DAYBOOK.bean(Queries.class)
                                                .ask(
                                                        new ConnectionsOfUser(userOf(anna)),
                                                        ConnectionList.class)
                                                .block())
                                .items()
                                .getFirst()
                                .connectionId());
        People.Bearer ben = PEOPLE.user();
        connect(ben, "Mine");
        try (McpSyncClient mcp = mcp(ben)) {
            assertThat(call(mcp, "list_tables", Map.of("connection", id)).isError()).isTrue();
        }
    }

    @Test
    void stopsTheStatementWhenTheClientHangsUp() {
        connect(anna, "Shop");
        Disposable waiting =
                WebClient.create("http://127.0.0.1:" + DAYBOOK.port())
                        .post()
                        .uri("/mcp")
                        .headers(headers -> headers.setBearerAuth(anna.access()))
                        .accept(MediaType.APPLICATION_JSON, MediaType.TEXT_EVENT_STREAM)
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(
                                """
                                {"jsonrpc":"2.0","id":1,"method":"tools/call","params":
                                {"name":"run_query","arguments":{"sql":"SELECT pg_sleep(25)"}}}
                                """)
                        .retrieve()
                        .bodyToMono(String.class)
                        .subscribe();
        await().atMost(Duration.ofSeconds(30)).until(() -> sleeping() == 1);

        waiting.dispose();

        await().atMost(Duration.ofSeconds(30)).until(() -> sleeping() == 0);
    }

    @Test
    void tellsAClientWithoutTokenWhereToLook() {
        client.post()
                .uri("/mcp")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{}")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .value(
                        "WWW-Authenticate",
                        challenge ->
                                assertThat(challenge)
                                        .contains("/.well-known/oauth-protected-resource/mcp"));
        client.get()
                .uri("/.well-known/oauth-protected-resource/mcp")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.resource")
                .isEqualTo("http://127.0.0.1:" + DAYBOOK.port() + "/mcp");
    }

    @Test
    void refusesATokenThatIsForged() {
        client.post()
                .uri("/mcp")
                .headers(headers -> headers.setBearerAuth(anna.access() + "x"))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{}")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .value(
                        "WWW-Authenticate",
                        challenge -> assertThat(challenge).contains("resource_metadata"));
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
        post(anna, body)
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
        post(anna, "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + "x".repeat(300_000) + "\"}")
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
        post(
                        anna,
                        "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"%s\",\"params\":%s}"
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

    private UUID userOf(People.Bearer person) {
        Map<String, Object> me =
                client.get()
                        .uri("/api/users/me")
                        .headers(person::on)
                        .exchange()
                        .expectBody(
                                new org.springframework.core.ParameterizedTypeReference<
                                        Map<String, Object>>() {})
                        .returnResult()
                        .getResponseBody();
        return UUID.fromString(String.valueOf(Objects.requireNonNull(me).get("id")));
    }

    private static long sleeping() {
        return SHOP.number(
                "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE"
                        + " 'FETCH%' AND usename = '"
                        + SHOP.readerRole()
                        + "'");
    }
}
