package io.daybook.command.connections;

import io.daybook.messages.connections.ToolAnswered;
import io.daybook.messages.connections.ToolCallEvent;
import io.daybook.messages.connections.ToolCalled;
import io.daybook.messages.connections.ToolFailed;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** What must be known of a call to decide: who called which tool, and whether it is over. */
record ToolCallState(
        @Nullable UUID callId, @Nullable UUID userId, @Nullable String tool, boolean over) {

    static final ToolCallState NONE = new ToolCallState(null, null, null, false);

    ToolCallState evolve(ToolCallEvent event) {
        return switch (event) {
            case ToolCalled called ->
                    new ToolCallState(called.callId(), called.userId(), called.tool(), false);
            case ToolAnswered answered -> new ToolCallState(callId, userId, tool, true);
            case ToolFailed failed -> new ToolCallState(callId, userId, tool, true);
        };
    }
}
