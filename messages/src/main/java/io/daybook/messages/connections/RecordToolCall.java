package io.daybook.messages.connections;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** Records that a tool is being called. */
public record RecordToolCall(
        @TargetAggregateIdentifier UUID callId,
        UUID connectionId,
        @Nullable UUID runId,
        String tool,
        String arguments) {}
