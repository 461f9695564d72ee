package io.daybook.query.platform;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs the coordinator of an event processor. Axon's coordinator sleeps 100 ms whenever its
 * workers' buffers are full, which holds a replay at a tenth of its speed; exactly that pause is
 * shortened here.
 */
final class BriskExecutor extends ScheduledThreadPoolExecutor {

    private static final long AXON_PAUSE = 100;
    private static final long OUR_PAUSE = 2;

    BriskExecutor(String name) {
        super(1, Thread.ofPlatform().name(name + "-coordinator-", 0).daemon().factory());
        setRemoveOnCancelPolicy(true);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return delay == AXON_PAUSE && unit == TimeUnit.MILLISECONDS
                ? super.schedule(command, OUR_PAUSE, unit)
                : super.schedule(command, delay, unit);
    }
}
