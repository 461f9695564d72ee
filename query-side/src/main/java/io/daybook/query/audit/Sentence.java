package io.daybook.query.audit;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * An event as the predicate of a sentence; its subject is whoever acted, which a reader learns by
 * name only when the sentence is shown. The person whom the event concerns sees it in their own
 * history too.
 */
record Sentence(@Nullable UUID concerns, Who who, String predicate, String toOthers) {

    /**
     * Stands where the person whom the event concerns is named; their name is put in its place when
     * the sentence is shown, as names are nowhere stored beside what happened. To the index of
     * words it is a space.
     */
    static final String WHOM = "\u001a";

    /** Who is the subject of the sentence. */
    enum Who {
        /** Whoever sent the command, else the person whom the event concerns. */
        THEMSELVES,
        /** Whoever sent the command, else nobody who can be named. */
        SOMEBODY,
        /** Whoever sent the command, else Daybook. */
        ASKER,
        /** Daybook, also when a person had asked for it. */
        DAYBOOK
    }

    static Sentence byThemselves(UUID person, String predicate) {
        return byThemselves(person, predicate, predicate);
    }

    /** As somebody says it who did so to themselves, and who did so to another. */
    static Sentence byThemselves(UUID person, String predicate, String toOthers) {
        return new Sentence(person, Who.THEMSELVES, predicate, toOthers);
    }

    /** About Daybook itself; told of whoever asked for it. */
    static Sentence byWhoeverAsked(String predicate) {
        return new Sentence(null, Who.ASKER, predicate, predicate);
    }

    static Sentence bySomebody(UUID concerns, String predicate) {
        return new Sentence(concerns, Who.SOMEBODY, predicate, predicate);
    }

    static Sentence byDaybook(@Nullable UUID concerns, String predicate) {
        return new Sentence(concerns, Who.DAYBOOK, predicate, predicate);
    }

    /** What is said of whoever acted: whom it concerned is named unless they did it themselves. */
    String predicate(@Nullable UUID acted) {
        boolean own = who != Who.DAYBOOK && concerns != null && concerns.equals(acted);
        return own ? predicate : toOthers;
    }
}
