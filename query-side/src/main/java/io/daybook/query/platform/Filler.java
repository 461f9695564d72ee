package io.daybook.query.platform;

import io.daybook.platform.bus.Fault;

import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;

/** Fills a generation on a thread of its own, and hands it over to its processor then. */
final class Filler implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Filler.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Fill fill;
    private final Feed feed;
    private final EventProcessor processor;
    private final Thread thread = Thread.ofPlatform().daemon().name("fill").unstarted(this::run);
    private boolean open = true;

    Filler(Fill fill, Feed feed, EventProcessor processor) {
        this.fill = fill;
        this.feed = feed;
        this.processor = processor;
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!isFilled()) {
                Thread.sleep(PAUSE);
            }
            handOver();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isFilled() throws InterruptedException {
        try {
            fill.run();
            feed.recovered();
            return true;
        } catch (UnableToClaimTokenException other) {
            LOG.debug("Another node fills {}", processor.getName(), other);
        } catch (RuntimeException e) {
            feed.failed(Fault.words(e));
            LOG.warn(
                    "{} could not be filled; trying again: {}",
                    processor.getName(),
                    Fault.words(e));
        }
        return false;
    }

    private synchronized void handOver() {
        if (open) {
            processor.start();
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
