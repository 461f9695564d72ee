package io.daybook.api.assistant.models;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Stops asking for a while after several failures in a row; then one try decides. */
public final class Breaker {

    private static final int FAILURES = 4;
    private static final Duration REST = Duration.ofSeconds(30);

    private final Clock clock;
    private int failures;
    private Instant open = Instant.MIN;

    /** With a clock that counts durations. */
    Breaker(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean allows() {
        return clock.instant().isAfter(open);
    }

    synchronized void succeeded() {
        failures = 0;
    }

    synchronized void failed() {
        failures++;
        if (failures >= FAILURES) {
            open = clock.instant().plus(REST);
            failures = FAILURES - 1;
        }
    }
}
