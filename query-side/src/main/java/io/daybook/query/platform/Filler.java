package io.daybook.query.platform;

import io.daybook.platform.bus.Fault;

import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;

/**
 * Fills a generation on a thread of its own, and hands it over to its processor then. Whatever
 * fails is tried again, the handing over too: nobody else would begin anew.
 */
final class Filler implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Filler.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Work fill;
    private final Feed feed;
    private final String name;
    private final Runnable processor;
    private final Thread thread = Thread.ofPlatform().daemon().name("fill").unstarted(this::run);
    private boolean open = true;

    /**
     * @param name of the processor
     * @param processor starts it; where that fails it can be started again
     */
    Filler(Work fill, Feed feed, String name, Runnable processor) {
        this.fill = fill;
        this.feed = feed;
        this.name = name;
        this.processor = processor;
    }

    /** What fills as far as it can. */
    interface Work {

        void run() throws InterruptedException;
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!isHandedOver()) {
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isHandedOver() throws InterruptedException {
        try {
            fill.run();
            feed.recovered();
            handOver();
            return true;
        } catch (UnableToClaimTokenException other) {
            LOG.debug("Another node fills {}", name, other);
        } catch (RuntimeException e) {
            feed.failed(Fault.words(e));
            LOG.warn("{} could not be filled; trying again: {}", name, Fault.words(e));
        }
        return false;
    }

    private synchronized void handOver() {
        if (open) {
            processor.run();
        }
    }

    /** Ends it between two batches. */
    @Override
    public void close() {
        synchronized (this) {
            open = false;
        }
        thread.interrupt();
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
