package io.daybook.command.identity;

import java.time.Duration;
import java.time.Instant;

/**
 * Counts what happened since a moment, so that what strangers can cause stays bounded in the log.
 */
record Window(Instant since, int count) {

    static final Window EMPTY = new Window(Instant.EPOCH, 0);

    /** Whether one more fits: so many in so long. */
    boolean admits(Instant now, Duration length, int most) {
        return count < most || !now.isBefore(since.plus(length));
    }

    /** With one more. */
    Window counting(Instant at, Duration length) {
        return at.isBefore(since.plus(length)) ? new Window(since, count + 1) : new Window(at, 1);
    }
}
