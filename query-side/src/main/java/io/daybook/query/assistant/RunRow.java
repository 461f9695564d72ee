package io.daybook.query.assistant;

import io.daybook.messages.assistant.Run;
import io.daybook.messages.assistant.RunStatus;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** A row of runs. */
record RunRow(
        UUID runId,
        UUID askerId,
        UUID connectionId,
        @Nullable UUID projectId,
        @Nullable String question,
        String model,
        String status,
        @Nullable String statement,
        @Nullable String answer,
        @Nullable String chart,
        @Nullable String error,
        @Nullable Long rows,
        Instant askedAt,
        @Nullable Instant finishedAt,
        @Nullable Long durationMillis) {

    RunRow answered(
            @Nullable String sql,
            @Nullable String words,
            @Nullable String picture,
            long count,
            Instant at,
            long millis) {
        return new RunRow(
                runId,
                askerId,
                connectionId,
                projectId,
                question,
                model,
                RunStatus.ANSWERED.name(),
                sql,
                words,
                picture,
                null,
                count,
                askedAt,
                at,
                millis);
    }

    RunRow closed(RunStatus how, @Nullable String why, Instant at, long millis) {
        return new RunRow(
                runId,
                askerId,
                connectionId,
                projectId,
                question,
                model,
                how.name(),
                statement,
                answer,
                chart,
                why,
                rows,
                askedAt,
                at,
                millis);
    }

    /** As a reader knows it, given what the connection is called. */
    Run run(@Nullable String connectionName) {
        return new Run(
                runId,
                askerId,
                connectionId,
                connectionName,
                projectId,
                question,
                model,
                RunStatus.valueOf(status),
                statement,
                answer,
                chart,
                error,
                rows,
                askedAt,
                finishedAt,
                durationMillis);
    }
}
