package io.daybook.platform.proof;

import io.daybook.platform.bus.Fault;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Keeps the hash chain up: looks once a second whether there are new events. */
public final class LogChainKeeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LogChainKeeper.class);

    private final LogChain chain;
    private volatile @Nullable String trouble;
    private @Nullable ScheduledExecutorService clock;

    public LogChainKeeper(LogChain chain) {
        this.chain = chain;
    }

    @Override
    public synchronized void start() {
        clock =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("log-chain").daemon().factory());
        var unused = clock.scheduleWithFixedDelay(this::catchUp, 1, 1, TimeUnit.SECONDS);
    }

    /** Why the chain could not be extended when this node last tried. */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    void catchUp() {
        try {
            while (chain.extend() > 0 && !Thread.currentThread().isInterrupted()) {
                // goes on until nothing is left to chain
            }
            trouble = null;
        } catch (RuntimeException e) {
            trouble = Fault.words(e);
            LOG.warn("The hash chain could not be extended; trying again: {}", trouble);
        }
    }

    @Override
    public synchronized void stop() {
        if (clock != null) {
            clock.shutdownNow();
            clock = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return clock != null;
    }
}
