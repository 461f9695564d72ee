package io.daybook.messages.connections;

import io.daybook.messages.Detail;

import java.util.UUID;

/** What happens in one call of an MCP tool; results are never recorded. */
@Detail
public sealed interface ToolCallEvent extends ConnectionsEvent
        permits ToolCalled, ToolAnswered, ToolFailed {

    /** The aggregate that it happened to. */
    UUID callId();
}
