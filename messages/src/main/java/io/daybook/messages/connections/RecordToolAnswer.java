package io.daybook.messages.connections;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import java.util.UUID;

/** Records that a tool answered, with its measures and never its result. */
public record RecordToolAnswer(
        @TargetAggregateIdentifier UUID callId, long rows, long bytes, long durationMillis) {}
