package io.daybook.messages.assistant;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** Closes a run with its answer; the chart is a small JSON specification. */
public record AnswerQuestion(
        @TargetAggregateIdentifier UUID runId,
        @Nullable String statement,
        String answer,
        @Nullable String chart,
        long rows,
        long durationMillis) {}
