package io.daybook.api.assistant.runs;

import org.jspecify.annotations.Nullable;

/** What a run ends with; the rows themselves have been streamed and are not kept. */
public record Answer(@Nullable String statement, String words, @Nullable Chart chart, long rows) {}
