package io.daybook.messages.assistant;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** Opens a run. The question has 1 to 4,000 characters. */
public record AskQuestion(
        @TargetAggregateIdentifier UUID runId,
        UUID connectionId,
        @Nullable UUID projectId,
        String question,
        String model) {}
