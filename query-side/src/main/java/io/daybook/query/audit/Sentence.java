package io.daybook.query.audit;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * An event as the predicate of a sentence; its subject is whoever acted, which a reader learns by
 * name only when the sentence is shown. The person whom the event concerns sees it in their own
 * history too.
 */
record Sentence(@Nullable UUID concerns, Who unlessNamed, String predicate) {

    /** Who acted when the event does not say so. */
    enum Who {
        /** The person whom the event concerns. */
        THEMSELVES,
        /** Nobody who can be named. */
        SOMEBODY,
        /** Daybook on its own. */
        DAYBOOK
    }

    static Sentence byThemselves(UUID person, String predicate) {
        return new Sentence(person, Who.THEMSELVES, predicate);
    }

    static Sentence bySomebody(UUID concerns, String predicate) {
        return new Sentence(concerns, Who.SOMEBODY, predicate);
    }

    static Sentence byDaybook(@Nullable UUID concerns, String predicate) {
        return new Sentence(concerns, Who.DAYBOOK, predicate);
    }
}
