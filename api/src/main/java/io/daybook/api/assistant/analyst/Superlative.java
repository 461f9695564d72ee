package io.daybook.api.assistant.analyst;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The highest or lowest of something: how many are wanted (absent when not said), by what when an
 * adjective tells (words that a column may have), and where in the question.
 */
record Superlative(
        boolean high, @Nullable Integer limit, Kind kind, List<String> words, int at, int end) {

    /** What the rows are compared by. */
    enum Kind {
        /** Whatever else the question names. */
        OPEN,
        /** A column that an adjective stands for. */
        QUALITY,
        /** Time: newest, oldest. */
        TIME,
        /** How often it happens: popular, busy. */
        FREQUENCY,
        /** Pieces sold. */
        UNITS
    }
}
