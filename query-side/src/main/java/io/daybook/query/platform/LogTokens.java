package io.daybook.query.platform;

import io.daybook.platform.log.LogToken;

import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.TreeSet;

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

    /** The positions that the reader with the other token may have seen and this one has not. */
    static Set<Long> unseen(@Nullable TrackingToken one, @Nullable TrackingToken other) {
        Set<Long> unseen = new TreeSet<>(gaps(one));
        unseen.removeAll(gaps(other));
        unseen.removeIf(position -> position > positionOf(other));
        return unseen;
    }

    private static Set<Long> gaps(@Nullable TrackingToken token) {
        return token instanceof GapAwareTrackingToken aware ? aware.getGaps() : Set.of();
    }
}
