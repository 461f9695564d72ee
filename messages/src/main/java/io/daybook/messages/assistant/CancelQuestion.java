package io.daybook.messages.assistant;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import java.util.UUID;

/** Closes a run because its asker stopped it. */
public record CancelQuestion(@TargetAggregateIdentifier UUID runId, long durationMillis) {}
