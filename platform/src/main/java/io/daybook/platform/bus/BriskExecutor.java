package io.daybook.platform.bus;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs the coordinator of an event processor. Axon's coordinator sleeps 100 ms whenever its
 * workers' buffers are full, which holds a replay at a tenth of its speed; exactly this pause is
 * shortened here.
 */
public final class BriskExecutor extends ScheduledThreadPoolExecutor {

    private static final long AXON_FULL = 100;
    private static final long OUR_FULL = 2;

    public BriskExecutor(String name) {
        super(1, Thread.ofPlatform().name(name + "-coordinator-", 0).daemon().factory());
        setRemoveOnCancelPolicy(true);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        boolean full = unit == TimeUnit.MILLISECONDS && delay == AXON_FULL;
        return super.schedule(command, full ? OUR_FULL : delay, unit);
    }
}
