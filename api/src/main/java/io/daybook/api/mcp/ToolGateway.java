package io.daybook.api.mcp;

import io.daybook.api.platform.Caller;

import org.jspecify.annotations.Nullable;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The one door to every connection: authorises, limits and records each call of a tool. Fails with
 * {@link ToolFailure}; cancelling a subscription cancels the statement in the database too.
 */
public interface ToolGateway {

    /** The tools that a connection offers to this caller. */
    Mono<List<ToolDefinition>> tools(Caller caller, UUID connectionId);

    /** Calls a tool, within a run or (null) on its own. */
    Mono<ToolResult> call(
            Caller caller,
            @Nullable UUID runId,
            UUID connectionId,
            String tool,
            Map<String, Object> arguments);

    /**
     * What is in the database behind a connection, as far as its role may see; cached for a short
     * while.
     */
    Mono<DatabaseSchema> schema(Caller caller, UUID connectionId);
}
