package io.daybook.api.mcp;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;

/** One open connection, whatever stands at its other end, as tools. */
public interface Connector {

    /** What it offers. */
    Mono<List<ToolDefinition>> tools();

    /** Calls a tool; fails with {@link ToolFailure}. Cancelling stops the work at the other end. */
    Mono<ToolResult> call(String tool, Map<String, Object> arguments);

    /** The tables behind it; empty where there is no database. */
    Mono<DatabaseSchema> schema();

    /** Completes when the other end answers; fails with {@link ToolFailure}. */
    Mono<Void> ping();

    /** Ends everything that is open, at once. */
    Mono<Void> close();
}
