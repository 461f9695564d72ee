package io.daybook.api.mcp.endpoint;

import io.daybook.api.mcp.ToolDefinition;
import io.daybook.api.mcp.ToolGateway;
import io.daybook.api.mcp.ToolResult;
import io.daybook.api.mcp.postgres.DatabaseTools;
import io.daybook.api.platform.Caller;
import io.daybook.api.platform.LastWrites;
import io.daybook.api.platform.Queries;
import io.daybook.messages.connections.ConnectionList;
import io.daybook.messages.connections.ConnectionsOfUser;
import io.modelcontextprotocol.spec.McpSchema;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The tools of a person over MCP. The four tools of databases are offered once, by their plain
 * names, with an optional argument that names the connection (the selected one when absent); the
 * tools of foreign servers bear the name of their connection in front.
 */
final class OfferedTools {

    private static final String CONNECTION = "connection";

    private final Queries queries;
    private final LastWrites writes;
    private final ToolGateway gateway;
    private final int maxRows;

    OfferedTools(Queries queries, LastWrites writes, ToolGateway gateway, int maxRows) {
        this.queries = queries;
        this.writes = writes;
        this.gateway = gateway;
        this.maxRows = maxRows;
    }

    Mono<List<McpSchema.Tool>> list(Caller caller) {
        return connections(caller)
                .flatMap(
                        mine ->
                                foreign(caller, mine)
                                        .map(
                                                others ->
                                                        Stream.concat(
                                                                        databaseTools(mine),
                                                                        others.stream())
                                                                .toList()));
    }

    /** Finds the connection that a call means and calls it there. */
    Mono<ToolResult> call(Caller caller, String tool, Map<String, Object> arguments) {
        return connections(caller)
                .flatMap(
                        mine -> {
                            if (isDatabaseTool(tool)) {
                                Map<String, Object> rest = new HashMap<>(arguments);
                                Object named = rest.remove(CONNECTION);
                                return gateway.call(caller, null, mine.database(named), tool, rest);
                            }
                            McpConnections.Foreign meant = mine.foreign(tool);
                            return gateway.call(
                                    caller, null, meant.connectionId(), meant.tool(), arguments);
                        });
    }

    private boolean isDatabaseTool(String name) {
        return DatabaseTools.definitions(maxRows).stream()
                .anyMatch(tool -> tool.name().equals(name));
    }

    private Mono<McpConnections> connections(Caller caller) {
        return queries.ask(
                        new ConnectionsOfUser(caller.userId()),
                        ConnectionList.class,
                        writes.of(caller.sessionId()).value())
                .map(list -> new McpConnections(list.items()));
    }

    private Stream<McpSchema.Tool> databaseTools(McpConnections mine) {
        List<String> names = mine.databaseNames();
        return names.isEmpty()
                ? Stream.empty()
                : DatabaseTools.definitions(maxRows).stream()
                        .map(
                                tool ->
                                        tool(
                                                tool.name(),
                                                tool,
                                                withConnection(tool.inputSchema(), names),
                                                true));
    }

    /** A server that does not answer just has no tools at the moment. */
    private Mono<List<McpSchema.Tool>> foreign(Caller caller, McpConnections mine) {
        return Flux.fromIterable(mine.prefixes().entrySet())
                .flatMapSequential(
                        entry ->
                                gateway.tools(caller, entry.getValue())
                                        .onErrorReturn(List.of())
                                        .flatMapIterable(tools -> tools)
                                        .map(
                                                tool ->
                                                        tool(
                                                                entry.getKey() + tool.name(),
                                                                tool,
                                                                tool.inputSchema(),
                                                                false)))
                .filter(tool -> tool.name().length() <= McpConnections.LONGEST_NAME)
                .collectList();
    }

    private static McpSchema.Tool tool(
            String name, ToolDefinition tool, Map<String, Object> input, boolean readOnly) {
        McpSchema.Tool.Builder builder =
                McpSchema.Tool.builder(name, input)
                        .title(tool.title())
                        .description(tool.description());
        return readOnly
                ? builder.annotations(
                                McpSchema.ToolAnnotations.builder()
                                        .readOnlyHint(true)
                                        .openWorldHint(false)
                                        .build())
                        .build()
                : builder.build();
    }

    private static Map<String, Object> withConnection(
            Map<String, Object> schema, List<String> names) {
        Map<String, Object> properties = new LinkedHashMap<>();
        if (schema.get("properties") instanceof Map<?, ?> known) {
            known.forEach((name, value) -> properties.put(String.valueOf(name), value));
        }
        properties.put(
                CONNECTION,
                Map.of(
                        "type",
                        "string",
                        "enum",
                        names,
                        "description",
                        "Which connection to use; the selected one when left out."));
        Map<String, Object> wider = new LinkedHashMap<>(schema);
        wider.put("properties", properties);
        return wider;
    }
}
