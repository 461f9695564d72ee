package io.daybook.benchmarks;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Work that comes so often a second until it is closed, whether or not what came before is done:
 * who asks does not wait for others.
 */
final class Pressure implements AutoCloseable {

    private static final long TICK = Duration.ofMillis(1).toNanos();

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLong done = new AtomicLong();
    private final AtomicInteger failed = new AtomicInteger();
    private final long start = System.nanoTime();
    private final Thread pacer;
    private volatile boolean open = true;

    /** One piece of work, told when (ns) it was due. */
    @FunctionalInterface
    interface Due {
        void at(long nanos) throws Exception;
    }

    Pressure(int perSecond, Due work) {
        long apart = Duration.ofSeconds(1).toNanos() / perSecond;
        this.pacer = Thread.ofPlatform().daemon().start(() -> pace(apart, work));
    }

    private void pace(long apart, Due work) {
        for (long due = start; open; due += apart) {
            while (open && due > System.nanoTime()) {
                LockSupport.parkNanos(Math.min(TICK, due - System.nanoTime()));
            }
            long now = due;
            threads.execute(() -> once(work, now));
        }
    }

    private void once(Due work, long due) {
        try {
            work.at(due);
            done.incrementAndGet();
        } catch (Exception | Error failure) {
            if (failed.getAndIncrement() == 0) {
                System.err.println("The first failure: " + failure + " / " + failure.getCause());
            }
        }
    }

    /** How many failed. */
    int failed() {
        return failed.get();
    }

    /** How many a second were done. */
    double rate() {
        return done.get() * 1e9 / (System.nanoTime() - start);
    }

    @Override
    public void close() {
        open = false;
        try {
            pacer.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        threads.close();
    }
}
