package io.daybook.messages.connections;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import java.util.UUID;

/** Records that a tool refused or failed. */
public record RecordToolFailure(
        @TargetAggregateIdentifier UUID callId,
        String reason,
        String message,
        long durationMillis) {}
