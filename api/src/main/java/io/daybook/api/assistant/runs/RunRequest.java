package io.daybook.api.assistant.runs;

import io.daybook.api.platform.Caller;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** What a person asks: in words, or (model "sql") a statement as written. */
public record RunRequest(
        UUID runId,
        Caller caller,
        UUID connectionId,
        @Nullable UUID projectId,
        String question,
        String model) {

    /** The model's name for statements as written. */
    public static final String SQL = "sql";
}
