package io.daybook.command.identity.erasure;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Goes on with the erasures that are not finished: when one begins, when the node starts, and again
 * after a pause where a try failed. Several nodes may do so at once; the steps do not mind.
 */
final class ErasureRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ErasureRounds.class);
    private static final int LONGEST_PAUSE = 60;

    private final ErasureTable table;
    private final ErasureProcess process;
    private final Map<UUID, Pause> pauses = new HashMap<>();
    private @Nullable ScheduledExecutorService rounds;

    ErasureRounds(ErasureTable table, ErasureProcess process) {
        this.table = table;
        this.process = process;
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService executor =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("erasures").daemon().factory());
        var unused = executor.scheduleWithFixedDelay(this::round, 0, 1, TimeUnit.SECONDS);
        rounds = executor;
    }

    /** Looks at once. */
    synchronized void wake() {
        if (rounds != null) {
            try {
                rounds.execute(this::round);
            } catch (RejectedExecutionException stopping) {
                LOG.debug("The next start goes on with it");
            }
        }
    }

    @Override
    public synchronized void stop() {
        if (rounds != null) {
            rounds.shutdownNow();
            rounds = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return rounds != null;
    }

    private void round() {
        try {
            table.unfinished().forEach(this::goOn);
        } catch (RuntimeException unreachable) {
            LOG.warn("Erasures could not be looked up: {}", unreachable.getClass().getSimpleName());
        }
    }

    private void goOn(Begun erasure) {
        Pause pause = pauses.getOrDefault(erasure.person(), Pause.NONE);
        if (!pause.isOver()) {
            return;
        }
        try {
            process.run(erasure);
            pauses.remove(erasure.person());
        } catch (RuntimeException failure) {
            pauses.put(erasure.person(), pause.longer());
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            String reason = String.valueOf(cause == null ? null : cause.getClass().getSimpleName());
            LOG.warn("An erasure could not go on, it will be tried again: {}", reason);
            table.failed(erasure.person(), reason);
        }
    }

    /** Until when to leave an erasure alone, by the clock that never jumps. */
    private record Pause(int seconds, long until) {

        static final Pause NONE = new Pause(0, 0);

        boolean isOver() {
            return seconds == 0 || System.nanoTime() - until >= 0;
        }

        Pause longer() {
            int next = Math.clamp(seconds * 2L, 1, LONGEST_PAUSE);
            return new Pause(next, System.nanoTime() + TimeUnit.SECONDS.toNanos(next));
        }
    }
}
