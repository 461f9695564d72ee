package io.daybook.query.platform;

import io.daybook.platform.log.CallingEventStore;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Lets a projection that keeps up with the log take events together: a transaction for each of many
 * events that come one by one costs more than the commands that made them. The first event after a
 * pause is taken at once, those that follow when they are many or have waited for 150 ms, unless a
 * reader waits for one. Those that change nothing in the projection only move it on, which can wait
 * for longer.
 */
final class Throttle {

    private static final Future<?> NOTHING = CompletableFuture.completedFuture(null);
    private static final int MANY = 25;
    private static final long SHORT_PAUSE = Duration.ofMillis(25).toNanos();
    private static final long PAUSE = Duration.ofMillis(150).toNanos();
    private static final long LONG_PAUSE = Duration.ofMillis(400).toNanos();

    private final ScheduledExecutorService clock;
    private final Predicate<Class<?>> concerns;
    private final Courtesy courtesy;
    private final LongSupplier nanos;
    private Runnable looking = () -> {};
    private long last;
    private long next;
    private int waiting;
    private boolean scheduled;
    private boolean awaited;
    private Future<?> later = NOTHING;

    /**
     * @param concerns tells which types of events make a difference to the projection
     * @param nanos how long anything has lasted, in nanoseconds since whenever
     */
    Throttle(
            ScheduledExecutorService clock,
            Predicate<Class<?>> concerns,
            Courtesy courtesy,
            LongSupplier nanos) {
        this.clock = clock;
        this.concerns = concerns;
        this.courtesy = courtesy;
        this.nanos = nanos;
        this.last = nanos.getAsLong() - LONG_PAUSE;
    }

    /** What is to be called when events arrive, to have the projection look for them in time. */
    synchronized Runnable before(Runnable after) {
        looking = after;
        return new Arrivals();
    }

    /** A reader waits: looks now, and once more at what arrives next. */
    void hurry() {
        synchronized (this) {
            awaited = true;
        }
        look();
    }

    private void look() {
        Runnable now;
        synchronized (this) {
            last = nanos.getAsLong();
            waiting = 0;
            later.cancel(false);
            scheduled = false;
            now = looking;
        }
        now.run();
    }

    private void arrived(int more) {
        if (!canWait(more)) {
            look();
        }
    }

    private synchronized boolean canWait(int more) {
        if (awaited) {
            awaited = false;
            return false;
        }
        waiting = Math.min(MANY, waiting + more);
        long due = last + pause();
        if (!scheduled || due - next < 0) {
            long left = due - nanos.getAsLong();
            if (left <= 0) {
                return false;
            }
            later.cancel(false);
            later = schedule(left);
            scheduled = true;
            next = due;
        }
        return true;
    }

    private long pause() {
        if (waiting == MANY) {
            return SHORT_PAUSE;
        }
        return waiting > 0 ? PAUSE : LONG_PAUSE;
    }

    private Future<?> schedule(long pause) {
        try {
            return clock.schedule(this::look, pause, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closing) {
            return NOTHING; // nobody reads any more
        }
    }

    private final class Arrivals implements CallingEventStore.Listener {

        @Override
        public void arrived(Map<Class<?>, Integer> types) {
            if (types.isEmpty()) {
                run();
                return;
            }
            courtesy.note();
            Throttle.this.arrived(
                    types.entrySet().stream()
                            .filter(type -> concerns.test(type.getKey()))
                            .mapToInt(Map.Entry::getValue)
                            .sum());
        }

        @Override
        public void run() {
            Throttle.this.arrived(MANY);
        }
    }
}
