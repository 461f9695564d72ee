package io.daybook.api.assistant.analyst;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Neighbouring words that name nothing of the schema and so may be a value in it; certain when they
 * are quoted, capitalised or stand where a value stands. An adjective that a date is named like
 * (shipped) may be a value too; where it is none, the date must be there.
 */
record Leftover(
        int start, int end, List<String> words, boolean certain, @Nullable Mention otherwise) {}
