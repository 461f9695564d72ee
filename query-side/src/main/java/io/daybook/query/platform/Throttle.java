package io.daybook.query.platform;

import io.daybook.platform.log.CallingEventStore;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Lets a projection that keeps up with the log take events together: a transaction for each of many
 * events that come one by one costs more than the commands that made them. The first event after a
 * pause is taken at once; of those that follow, at most every 40 ms, unless a reader waits for one.
 * Those that change nothing in the projection only move it on, which can wait for longer.
 */
final class Throttle {

    private static final long PAUSE = Duration.ofMillis(40).toNanos();
    private static final long LONG_PAUSE = Duration.ofMillis(400).toNanos();

    private final ScheduledExecutorService clock;
    private final Predicate<Class<?>> concerns;
    private final Courtesy courtesy;
    private Runnable look = () -> {};
    private long last = System.nanoTime() - LONG_PAUSE;
    private long next;
    private boolean scheduled;

    /** The predicate tells which types of events make a difference to the projection. */
    Throttle(ScheduledExecutorService clock, Predicate<Class<?>> concerns, Courtesy courtesy) {
        this.clock = clock;
        this.concerns = concerns;
        this.courtesy = courtesy;
    }

    /** What is to be called when events arrive, to have the projection look for them in time. */
    synchronized Runnable before(Runnable after) {
        look = after;
        return new Arrivals();
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

    private void arrived(long pause) {
        long left;
        synchronized (this) {
            long due = last + pause;
            if (scheduled && due - next >= 0) {
                return;
            }
            left = due - System.nanoTime();
            scheduled = left > 0;
            next = due;
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

    private final class Arrivals implements CallingEventStore.Listener {

        @Override
        public void arrived(Set<Class<?>> types) {
            if (!types.isEmpty()) {
                courtesy.note();
            }
            boolean idle = !types.isEmpty() && types.stream().noneMatch(concerns);
            Throttle.this.arrived(idle ? LONG_PAUSE : PAUSE);
        }

        @Override
        public void run() {
            Throttle.this.arrived(PAUSE);
        }
    }
}
