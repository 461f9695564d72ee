package io.daybook.api.assistant;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** What is asked: a question in words, or a statement as written; exactly one of them. */
record RunBody(
        @Nullable String question,
        @Nullable String sql,
        @Nullable UUID connectionId,
        @Nullable UUID projectId,
        @Nullable UUID conversationId,
        @Nullable String model) {}
