package io.daybook.messages.assistant;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** One question and what became of it, without the rows. */
public record Run(
        UUID runId,
        UUID askerId,
        UUID connectionId,
        @Nullable String connectionName,
        @Nullable UUID projectId,
        @Nullable String question,
        String model,
        RunStatus status,
        @Nullable String statement,
        @Nullable String answer,
        @Nullable String chart,
        @Nullable String error,
        @Nullable Long rows,
        Instant askedAt,
        @Nullable Instant finishedAt,
        @Nullable Long durationMillis) {}
