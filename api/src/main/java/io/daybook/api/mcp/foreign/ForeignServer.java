package io.daybook.api.mcp.foreign;

import io.daybook.api.mcp.ConnectionsSettings;
import io.daybook.api.mcp.Connector;
import io.daybook.api.mcp.DatabaseSchema;
import io.daybook.api.mcp.ToolDefinition;
import io.daybook.api.mcp.ToolFailure;
import io.daybook.api.mcp.ToolResult;
import io.modelcontextprotocol.client.McpAsyncClient;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpTransportSessionNotFoundException;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.client.webflux.transport.WebClientStreamableHttpTransport;

import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A foreign MCP server as tools: every answer is bounded in time and size, and nothing it says is
 * believed.
 */
final class ForeignServer implements Connector {

    private static final int MOST_TOOLS = 200;
    private static final int MOST_PAGES = 10;

    private final ForeignAddress address;
    private final BoundedWeb web;
    private final ConnectionsSettings settings;
    private final AtomicReference<@Nullable Mono<McpAsyncClient>> current = new AtomicReference<>();

    ForeignServer(ForeignAddress address, BoundedWeb web, ConnectionsSettings settings) {
        this.address = address;
        this.web = web;
        this.settings = settings;
    }

    @Override
    public Mono<List<ToolDefinition>> tools() {
        return talk(
                client -> page(client, null, MOST_PAGES, List.of()).map(ForeignAnswers::tools),
                settings.connectTimeout().multipliedBy(2),
                ForeignServer::broken);
    }

    @Override
    public Mono<ToolResult> call(String tool, Map<String, Object> arguments) {
        McpSchema.CallToolRequest request =
                McpSchema.CallToolRequest.builder(tool).arguments(arguments).build();
        return talk(
                        client -> client.callTool(request),
                        settings.statementTimeout(),
                        ForeignServer::forgotten)
                .map(answer -> ForeignAnswers.result(answer, settings.maxBytes()));
    }

    @Override
    public Mono<DatabaseSchema> schema() {
        return Mono.just(new DatabaseSchema(List.of()));
    }

    @Override
    public Mono<Void> ping() {
        return talk(McpAsyncClient::ping, settings.connectTimeout(), ForeignServer::broken).then();
    }

    @Override
    public Mono<Void> close() {
        Mono<McpAsyncClient> last = current.getAndSet(null);
        Mono<Void> farewell =
                last == null
                        ? Mono.empty()
                        : last.flatMap(McpAsyncClient::closeGracefully)
                                .timeout(Duration.ofSeconds(2))
                                .onErrorComplete();
        return farewell.then(Mono.fromRunnable(web::close));
    }

    private static Mono<List<McpSchema.Tool>> page(
            McpAsyncClient client,
            @Nullable String cursor,
            int pages,
            List<McpSchema.Tool> before) {
        return client.listTools(cursor)
                .flatMap(
                        page -> {
                            List<McpSchema.Tool> all = new ArrayList<>(before);
                            all.addAll(page.tools());
                            boolean last = page.nextCursor() == null || pages == 1;
                            return last || all.size() >= MOST_TOOLS
                                    ? Mono.just(all.subList(0, Math.min(all.size(), MOST_TOOLS)))
                                    : page(client, page.nextCursor(), pages - 1, all);
                        });
    }

    /** A server that was restarted has forgotten us: say hello again, once. */
    private <T> Mono<T> talk(
            Function<McpAsyncClient, Mono<T>> work,
            Duration limit,
            Predicate<Throwable> worthAnotherTry) {
        return Mono.defer(
                        () -> {
                            web.renew();
                            return once(work);
                        })
                .retryWhen(Retry.max(1).filter(worthAnotherTry))
                .timeout(limit)
                .onErrorMap(failure -> ForeignAnswers.failure(failure, address));
    }

    private <T> Mono<T> once(Function<McpAsyncClient, Mono<T>> work) {
        Mono<McpAsyncClient> used =
                Objects.requireNonNull(
                        current.updateAndGet(known -> known == null ? connect().cache() : known));
        return used.flatMap(work)
                .doOnError(
                        failure -> {
                            if (!(failure instanceof McpError)) {
                                current.compareAndSet(used, null);
                            }
                        });
    }

    /** What only asks can be asked again whenever the line broke. */
    private static boolean broken(Throwable failure) {
        return !(failure instanceof McpError || failure instanceof ToolFailure);
    }

    private static boolean forgotten(Throwable failure) {
        return failure instanceof McpTransportSessionNotFoundException
                || failure.getCause() instanceof McpTransportSessionNotFoundException;
    }

    private Mono<McpAsyncClient> connect() {
        return Mono.defer(
                () -> {
                    String query = address.url().getRawQuery();
                    String path = address.url().getRawPath();
                    McpAsyncClient client =
                            McpClient.async(
                                            WebClientStreamableHttpTransport.builder(web.client())
                                                    .endpoint(
                                                            (path.isEmpty() ? "/" : path)
                                                                    + (query == null
                                                                            ? ""
                                                                            : "?" + query))
                                                    .openConnectionOnStartup(false)
                                                    .resumableStreams(false)
                                                    .build())
                                    .clientInfo(
                                            McpSchema.Implementation.builder("Daybook", "1")
                                                    .build())
                                    .requestTimeout(settings.statementTimeout())
                                    .initializationTimeout(settings.connectTimeout())
                                    .build();
                    return client.initialize().thenReturn(client);
                });
    }
}
