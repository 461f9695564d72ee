package io.daybook.api.assistant.analyst;

import io.daybook.api.assistant.period.Period;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What the analyst makes of a question: a statement to run, or a plain no with what it can do. */
public sealed interface Proposal {

    /**
     * A statement with what is needed to speak of its result; the range statement tells which times
     * the data cover, for when nothing was found.
     */
    record Statement(String sql, Topic topic, List<String> notes, @Nullable String rangeSql)
            implements Proposal {}

    /** A plain no. */
    record Regret(String message, List<String> suggestions) implements Proposal {}

    /** What a result is about. */
    record Topic(
            Kind kind, String measure, String subject, @Nullable Period period, boolean high) {}

    /** The form of a result. */
    enum Kind {
        /** One row of figures. */
        FIGURE,
        /** Groups with figures. */
        GROUPS,
        /** Groups, the highest or lowest first. */
        RANKING,
        /** Figures over time. */
        SERIES,
        /** Two periods beside each other. */
        COMPARISON,
        /** Rows as they are. */
        ROWS
    }
}
