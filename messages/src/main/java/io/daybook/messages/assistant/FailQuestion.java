package io.daybook.messages.assistant;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import java.util.UUID;

/** Closes a run with what went wrong. */
public record FailQuestion(
        @TargetAggregateIdentifier UUID runId,
        String reason,
        String message,
        long durationMillis) {}
