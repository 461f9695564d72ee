package io.daybook.api.mcp.endpoint;

import io.daybook.api.mcp.ToolFailure;
import io.daybook.api.platform.Caller;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;

import reactor.core.publisher.Mono;

import tools.jackson.core.JacksonException;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The methods of MCP that Daybook answers: it has tools and nothing else, and keeps no session. */
final class McpMethods implements McpStatelessServerHandler {

    /** The key of the caller in the context of a request. */
    static final String CALLER = "caller";

    /** Revisions of the protocol that are spoken, newest first. */
    static final List<String> REVISIONS = List.of("2025-11-25", "2025-06-18", "2025-03-26");

    private static final String INSTRUCTIONS =
            "Daybook gives read-only access to the databases that its user connected. Look at the"
                    + " tables first (list_tables, describe_table, search_schema), then run_query.";

    private final OfferedTools tools;
    private final McpJsonMapper json;

    McpMethods(OfferedTools tools, McpJsonMapper json) {
        this.tools = tools;
        this.json = json;
    }

    @Override
    public Mono<McpSchema.JSONRPCResponse> handleRequest(
            McpTransportContext context, McpSchema.JSONRPCRequest request) {
        return Mono.defer(() -> answer((Caller) context.get(CALLER), request))
                .map(result -> McpSchema.JSONRPCResponse.result(request.id(), result))
                .onErrorResume(
                        McpError.class,
                        failure ->
                                Mono.just(
                                        McpSchema.JSONRPCResponse.error(
                                                request.id(), failure.getJsonRpcError())));
    }

    @Override
    public Mono<Void> handleNotification(
            McpTransportContext context, McpSchema.JSONRPCNotification notification) {
        return Mono.empty();
    }

    private Mono<Object> answer(Caller caller, McpSchema.JSONRPCRequest request) {
        return switch (request.method()) {
            case McpSchema.METHOD_INITIALIZE -> Mono.just(hello(request));
            case McpSchema.METHOD_PING -> Mono.just(Map.of());
            case McpSchema.METHOD_TOOLS_LIST ->
                    tools.list(caller).map(list -> McpSchema.ListToolsResult.builder(list).build());
            case McpSchema.METHOD_TOOLS_CALL -> call(caller, request).cast(Object.class);
            default ->
                    Mono.error(
                            error(
                                    McpSchema.ErrorCodes.METHOD_NOT_FOUND,
                                    "There is no method " + request.method()));
        };
    }

    private McpSchema.InitializeResult hello(McpSchema.JSONRPCRequest request) {
        String wanted =
                request.params() instanceof Map<?, ?> said
                        ? String.valueOf(said.get("protocolVersion"))
                        : "";
        return McpSchema.InitializeResult.builder(
                        REVISIONS.contains(wanted) ? wanted : REVISIONS.getFirst(),
                        McpSchema.ServerCapabilities.builder().tools(false).build(),
                        McpSchema.Implementation.builder("daybook", "1").title("Daybook").build())
                .instructions(INSTRUCTIONS)
                .build();
    }

    private Mono<McpSchema.CallToolResult> call(Caller caller, McpSchema.JSONRPCRequest request) {
        McpSchema.CallToolRequest wanted = wanted(request);
        return tools.call(
                        caller,
                        wanted.name(),
                        Objects.requireNonNullElse(wanted.arguments(), Map.of()))
                .map(CallAnswers::of)
                .onErrorResume(
                        ToolFailure.class,
                        failure ->
                                failure.reason().equals("no-such-tool")
                                        ? Mono.error(
                                                error(
                                                        McpSchema.ErrorCodes.INVALID_PARAMS,
                                                        String.valueOf(failure.getMessage())))
                                        : Mono.just(CallAnswers.of(failure)));
    }

    private McpSchema.CallToolRequest wanted(McpSchema.JSONRPCRequest request) {
        try {
            McpSchema.CallToolRequest wanted =
                    json.convertValue(request.params(), McpSchema.CallToolRequest.class);
            if (wanted != null && wanted.name() != null) {
                return wanted;
            }
        } catch (IllegalArgumentException | JacksonException notACall) {
            // said below
        }
        throw error(McpSchema.ErrorCodes.INVALID_PARAMS, "A call names a tool.");
    }

    private static McpError error(int code, String message) {
        return McpError.builder(code).message(message).build();
    }
}
