package io.daybook.query.platform;

import io.daybook.messages.audit.GenerationComparison;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Locale;

/**
 * One set of tables of a projection; the fingerprint is that of the declaration of its tables, the
 * comparison the one with the live generation before it was swapped in. It was read at the moment
 * in which its indexes began to be made.
 */
record Generation(
        String projection,
        int number,
        State state,
        String fingerprint,
        Cause cause,
        boolean paused,
        boolean accepted,
        boolean indexed,
        Instant startedAt,
        @Nullable Instant readAt,
        @Nullable GenerationComparison comparison) {

    /** What becomes of a generation. */
    enum State {
        BUILDING,
        LIVE,
        OLD,
        DROPPED;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    /** Why a generation is built. */
    enum Cause {
        FIRST,
        REQUESTED,
        DECLARED,
        RETURNED;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Cause of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    /** The schema that holds its tables. */
    String schema() {
        return "p_" + projection + "_" + number;
    }

    /** The processor that feeds it; its token and its dead letters are kept under this name. */
    String processor() {
        return projection + "@" + number;
    }

    /** Whether there is more to do for it than to feed it. */
    boolean isUnderConstruction() {
        return state == State.BUILDING || isFirstFilling();
    }

    /** Whether it is the first one of its projection, and is filled from a long log. */
    boolean isFirstFilling() {
        return state == State.LIVE && !indexed;
    }

    /** Whether its tables are those that this version of the projection writes. */
    boolean fits(Projection declared) {
        return fingerprint.equals(Declaration.fingerprintOf(declared));
    }

    /**
     * Whether it is kept up: the one before the live one follows too, so that a return to it is
     * instant.
     */
    boolean isFed(Projection declared) {
        return switch (state) {
            case LIVE -> true;
            case BUILDING -> !paused && fits(declared);
            case OLD -> fits(declared);
            case DROPPED -> false;
        };
    }
}
