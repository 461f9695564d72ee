package io.daybook.messages.audit;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** A moment that somebody asks about: a position of the log or a time; neither means now. */
public record Moment(@Nullable Long position, @Nullable Instant time) {

    public static final Moment NOW = new Moment(null, null);

    /** The moment right after an event. */
    public static Moment at(long position) {
        return new Moment(position, null);
    }

    /** A moment by the clock. */
    public static Moment at(Instant time) {
        return new Moment(null, time);
    }
}
