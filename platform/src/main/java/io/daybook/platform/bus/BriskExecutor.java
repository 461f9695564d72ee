package io.daybook.platform.bus;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs the coordinator of an event processor. Axon's coordinator sleeps 100 ms whenever its
 * workers' buffers are full, which holds a replay at a tenth of its speed, and looks for new events
 * every 500 ms where the event store cannot call it; exactly these two pauses are shortened here.
 */
public final class BriskExecutor extends ScheduledThreadPoolExecutor {

    private static final long AXON_FULL = 100;
    private static final long AXON_IDLE = 500;
    private static final long OUR_FULL = 2;
    private static final long OUR_IDLE = 10;

    public BriskExecutor(String name) {
        super(1, Thread.ofPlatform().name(name + "-coordinator-", 0).daemon().factory());
        setRemoveOnCancelPolicy(true);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return super.schedule(command, unit == TimeUnit.MILLISECONDS ? brisk(delay) : delay, unit);
    }

    private static long brisk(long delay) {
        if (delay == AXON_FULL) {
            return OUR_FULL;
        }
        return delay == AXON_IDLE ? OUR_IDLE : delay;
    }
}
