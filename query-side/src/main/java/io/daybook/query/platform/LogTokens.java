package io.daybook.query.platform;

import io.daybook.platform.log.Gaps;
import io.daybook.platform.log.LogToken;

import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** Compares how far two generations have come. */
final class LogTokens {

    private LogTokens() {}

    /** Whether a reader with one token has come as far as one with another. */
    static boolean covers(@Nullable TrackingToken one, @Nullable TrackingToken other) {
        return LogToken.covers(one, positionOf(other));
    }

    /** The position that a token stands at, or -1. */
    static long positionOf(@Nullable TrackingToken token) {
        return token == null ? -1 : token.position().orElse(-1);
    }

    /** The position up to which a reader has seen everything. */
    static long complete(@Nullable TrackingToken token) {
        long[] gaps = gaps(token).firsts();
        return gaps.length == 0 ? positionOf(token) : gaps[0] - 1;
    }

    /** The positions that the reader with the other token may have seen and this one has not. */
    static Gaps unseen(@Nullable TrackingToken one, @Nullable TrackingToken other) {
        return gaps(one).minus(gaps(other)).upTo(positionOf(other));
    }

    /** What a reader has not seen before the position that it stands at. */
    static Gaps gaps(@Nullable TrackingToken token) {
        return token instanceof LogToken own ? own.gaps() : Gaps.NONE;
    }
}
