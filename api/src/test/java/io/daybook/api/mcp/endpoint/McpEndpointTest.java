package io.daybook.api.mcp.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.Workspace;
import io.daybook.api.WorkspaceTest;
import io.daybook.api.identity.People;
import io.daybook.api.mcp.postgres.SampleShop;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;

import reactor.core.Disposable;

import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/** What an agent does with the connections of the person who gave it a token. */
final class McpEndpointTest extends WorkspaceTest {

    private static final SampleShop SHOP = SampleShop.create();

    private People.Bearer agent;

    McpEndpointTest(Workspace workspace) {
        super(workspace);
    }

    @BeforeEach
    void come() {
        agent = people.user();
    }

    /** Answers how the connection is named in paths. */
    private String connect(People.Bearer person, String name) {
        byte[] made =
                people.post(
                                "/api/connections",
                                Map.of("name", name, "kind", "postgres", "uri", SHOP.readerUri()),
                                person)
                        .expectStatus()
                        .isCreated()
                        .expectBody()
                        .returnResult()
                        .getResponseBody();
        return JsonMapper.shared().readTree(Objects.requireNonNull(made)).path("id").asString();
    }

    private McpSyncClient mcp(People.Bearer person) {
        McpSyncClient mcp =
                McpClient.sync(
                                HttpClientStreamableHttpTransport.builder(
                                                "http://127.0.0.1:" + daybook.port())
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

    @Test
    void offersTheToolsOfThePersonsConnections() {
        connect(agent, "Shop");
        try (McpSyncClient mcp = mcp(agent)) {
            assertThat(mcp.listTools().tools())
                    .extracting(McpSchema.Tool::name)
                    .containsExactly("list_tables", "describe_table", "run_query", "search_schema");
        }
    }

    @Test
    void offersNothingToSomebodyWithoutConnections() {
        try (McpSyncClient mcp = mcp(people.user())) {
            assertThat(mcp.listTools().tools()).isEmpty();
        }
    }

    @Test
    void answersRowsOnceAsText() {
        connect(agent, "Shop");
        try (McpSyncClient mcp = mcp(agent)) {
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
        connect(agent, "Shop");
        connect(agent, "Copy");
        try (McpSyncClient mcp = mcp(agent)) {
            assertThat(text(call(mcp, "list_tables", Map.of()))).contains("Shop, Copy");
            assertThat(call(mcp, "list_tables", Map.of("connection", "Copy")).isError()).isFalse();
            assertThat(text(call(mcp, "list_tables", Map.of("connection", "Other"))))
                    .contains("no database connection named Other");
        }
    }

    @Test
    void tellsAnAgentWhatWentWrong() {
        connect(agent, "Shop");
        try (McpSyncClient mcp = mcp(agent)) {
            McpSchema.CallToolResult result =
                    call(mcp, "run_query", Map.of("sql", "DELETE FROM customer"));

            assertThat(result.isError()).isTrue();
            assertThat(text(result)).contains("syntax error");
            assertThat(SHOP.number("SELECT count(*) FROM customer")).isEqualTo(50);
        }
    }

    @Test
    void keepsConnectionsOfTwoPeopleApart() {
        String id = connect(agent, "Shop");
        People.Bearer other = people.user();
        connect(other, "Mine");
        try (McpSyncClient mcp = mcp(other)) {
            assertThat(call(mcp, "list_tables", Map.of("connection", id)).isError()).isTrue();
        }
    }

    @Test
    void stopsTheStatementWhenTheClientHangsUp() {
        connect(agent, "Shop");
        Disposable waiting =
                WebClient.create("http://127.0.0.1:" + daybook.port())
                        .post()
                        .uri("/mcp")
                        .headers(headers -> headers.setBearerAuth(agent.access()))
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

    private static long sleeping() {
        return SHOP.number(
                "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE"
                        + " 'FETCH%' AND usename = '"
                        + SHOP.readerRole()
                        + "'");
    }
}
