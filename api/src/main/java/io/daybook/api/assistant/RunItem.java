package io.daybook.api.assistant;

import io.daybook.messages.assistant.Run;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** A run as clients see it; the parts are there only when one is asked for. */
public record RunItem(
        UUID id,
        @Nullable String question,
        String status,
        String model,
        UUID connectionId,
        @Nullable String connectionName,
        @Nullable UUID projectId,
        @Nullable String sql,
        @Nullable String answer,
        @Nullable JsonNode chart,
        @Nullable String error,
        @Nullable Long rowCount,
        Instant createdAt,
        @Nullable Instant finishedAt,
        @Nullable Long durationMs,
        @Nullable List<Map<String, @Nullable Object>> parts) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Without parts. */
    public static RunItem of(Run run) {
        return of(run, null);
    }

    static RunItem of(Run run, @Nullable List<Map<String, @Nullable Object>> parts) {
        return new RunItem(
                run.runId(),
                run.question(),
                run.status().name().toLowerCase(Locale.ROOT),
                run.model(),
                run.connectionId(),
                run.connectionName(),
                run.projectId(),
                run.statement(),
                run.answer(),
                chart(run.chart()),
                run.error(),
                run.rows(),
                run.askedAt(),
                run.finishedAt(),
                run.durationMillis(),
                parts);
    }

    static @Nullable JsonNode chart(@Nullable String written) {
        try {
            return written == null ? null : JSON.readTree(written);
        } catch (JacksonException unreadable) {
            return null;
        }
    }
}
