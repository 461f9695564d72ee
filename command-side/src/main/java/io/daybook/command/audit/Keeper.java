package io.daybook.command.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does something again and again on a thread of its own for as long as this node runs. */
abstract class Keeper implements SmartLifecycle {

    private final String name;
    private final Duration every;
    private @Nullable ScheduledExecutorService rounds;

    /**
     * @param every the pause before each round; none at all takes place where it is not positive
     */
    Keeper(String name, Duration every) {
        this.name = name;
        this.every = every;
    }

    /** What is done; a failure that it lets out would be the last round. */
    abstract void round();

    @Override
    public final synchronized void start() {
        if (every.isPositive()) {
            rounds =
                    Executors.newSingleThreadScheduledExecutor(
                            Thread.ofPlatform().name(name).daemon().factory());
            var unused =
                    rounds.scheduleWithFixedDelay(
                            this::round, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public final synchronized void stop() {
        if (rounds != null) {
            rounds.shutdownNow();
            rounds = null;
        }
    }

    @Override
    public final synchronized boolean isRunning() {
        return rounds != null;
    }
}
