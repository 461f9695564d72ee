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
        return count < most || isOver(now, length);
    }

    /** With one more. */
    Window counting(Instant at, Duration length) {
        return isOver(at, length) ? new Window(at, 1) : new Window(since, count + 1);
    }

    // One that begins later than now was counted before the clock was set back.
    private boolean isOver(Instant now, Duration length) {
        return now.isBefore(since) || !now.isBefore(since.plus(length));
    }
}
