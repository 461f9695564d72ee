package io.daybook.query.platform;

import io.daybook.platform.bus.BriskExecutor;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

/** The event processor that feeds one generation of a projection. */
final class Feeder implements AutoCloseable {

    private static final int BATCH = 1_000;

    private final Generation generation;
    private final TokenStore tokens;
    private final TransactionManager transactions;
    private final Feed feed;
    private final PooledStreamingEventProcessor processor;
    private final ScheduledExecutorService coordinator;
    private final ScheduledExecutorService worker;

    Feeder(
            Projection projection,
            Generation generation,
            StreamableMessageSource<TrackedEventMessage<?>> log,
            TokenStore tokens,
            TransactionManager transactions,
            DataSource dataSource,
            Clock clock) {
        this.generation = generation;
        this.tokens = tokens;
        this.transactions = transactions;
        this.feed = new Feed(clock);
        this.coordinator = new BriskExecutor(generation.processor());
        this.worker =
                new ScheduledThreadPoolExecutor(
                        1,
                        Thread.ofPlatform()
                                .name(generation.processor() + "-worker-", 0)
                                .daemon()
                                .factory());
        this.processor =
                PooledStreamingEventProcessor.builder()
                        .name(generation.processor())
                        .eventHandlerInvoker(
                                new ProjectionInvoker(
                                        projection, generation.schema(), dataSource, feed))
                        .messageSource(log)
                        .tokenStore(tokens)
                        .transactionManager(transactions)
                        .coordinatorExecutor(coordinator)
                        .workerExecutor(worker)
                        .initialSegmentCount(1)
                        .initialToken(StreamableMessageSource::createTailToken)
                        .batchSize(BATCH)
                        .build();
    }

    void start() {
        lookUp();
        processor.start();
    }

    Generation generation() {
        return generation;
    }

    Feed feed() {
        return feed;
    }

    @Override
    public void close() {
        processor
                .shutdownAsync()
                .orTimeout(Duration.ofSeconds(10).toSeconds(), TimeUnit.SECONDS)
                .join();
        coordinator.shutdownNow();
        worker.shutdownNow();
    }

    /** Looks up how far it has read when another process held its token at the start. */
    void lookUp() {
        TrackingToken stored = feed.token() == null ? stored() : null;
        if (stored != null) {
            feed.found(stored);
        }
    }

    // A process that died keeps its claim for some seconds: until then nobody knows how far it
    // came.
    private @Nullable TrackingToken stored() {
        try {
            return transactions.fetchInTransaction(
                    () ->
                            tokens.fetchSegments(generation.processor()).length == 0
                                    ? null
                                    : tokens.fetchToken(generation.processor(), 0));
        } catch (UnableToClaimTokenException heldByAnother) {
            return null;
        }
    }
}
