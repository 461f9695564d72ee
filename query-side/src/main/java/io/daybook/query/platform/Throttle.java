package io.daybook.query.platform;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Lets a projection that keeps up with the log take events together: a transaction for each of many
 * events that come one by one costs more than the commands that made them. The first event after a
 * pause is taken at once; of those that follow, at most every 40 ms, unless a reader waits for one.
 */
final class Throttle {

    private static final long PAUSE = Duration.ofMillis(40).toNanos();

    private final ScheduledExecutorService clock;
    private Runnable look = () -> {};
    private long last = System.nanoTime() - PAUSE;
    private boolean scheduled;

    Throttle(ScheduledExecutorService clock) {
        this.clock = clock;
    }

    /** What is to be called when events arrive, to have the projection look for them in time. */
    synchronized Runnable before(Runnable next) {
        look = next;
        return this::arrived;
    }

    /** A reader waits: looks now. */
    void hurry() {
        Runnable now;
        synchronized (this) {
            last = System.nanoTime();
            now = look;
        }
        now.run();
    }

    private void arrived() {
        long left;
        synchronized (this) {
            if (scheduled) {
                return;
            }
            left = last + PAUSE - System.nanoTime();
            scheduled = left > 0;
        }
        if (left <= 0) {
            hurry();
        } else {
            later(left);
        }
    }

    private void later(long nanos) {
        try {
            var unused = clock.schedule(this::due, nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closing) {
            // nobody reads any more
        }
    }

    private void due() {
        synchronized (this) {
            scheduled = false;
        }
        hurry();
    }
}
