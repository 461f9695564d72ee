package io.daybook.query.platform;

import io.daybook.platform.SteadyClock;
import io.daybook.platform.bus.BriskExecutor;
import io.daybook.platform.log.LogHistory;
import io.daybook.platform.log.LogScan;
import io.daybook.platform.tracing.ReaderSpans;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.sql.DataSource;

/** The event processor that feeds one generation of a projection. */
final class Feeder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Feeder.class);
    private static final int BATCH = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Feed feed;
    private final Throttle throttle;
    private final Gate gate;
    private final Filler filler;
    private final PooledStreamingEventProcessor processor;
    private final ScheduledExecutorService coordinator;
    private final ScheduledExecutorService worker;

    Feeder(Projection projection, Generation generation, Supplies supplies) {
        this.feed = new Feed(generation.state() == Generation.State.LIVE);
        Fold fold = new Fold(projection, generation, supplies.parking());
        this.coordinator = new BriskExecutor(generation.processor());
        this.throttle =
                new Throttle(coordinator, fold::concerns, supplies.courtesy(), System::nanoTime);
        this.gate = new Gate(supplies.log(), throttle, Set.copyOf(fold.types())::contains);
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
                                new ProjectionInvoker(fold, supplies.dataSource(), feed))
                        .messageSource(gate)
                        .tokenStore(supplies.tokens())
                        .transactionManager(supplies.transactions())
                        .coordinatorExecutor(coordinator)
                        .workerExecutor(worker)
                        .clock(new SteadyClock())
                        .initialSegmentCount(1)
                        .initialToken(StreamableMessageSource::createTailToken)
                        .batchSize(BATCH)
                        .spanFactory(supplies.spans().of(projection.name(), feed::isShown))
                        .build();
        this.filler =
                new Filler(
                        new Fill(fold, generation.processor(), feed, supplies)::run,
                        feed,
                        generation.processor(),
                        processor::start);
    }

    /** Begins; a generation without indexes is filled first. */
    void start(Generation generation) {
        if (generation.indexed()) {
            processor.start();
        } else {
            filler.start();
        }
    }

    Feed feed() {
        return feed;
    }

    /** Waits as a reader until the event at a position is shown; false when it takes too long. */
    boolean await(long position, long nanos) throws InterruptedException {
        if (!feed.await(position, 0)) {
            throttle.hurry();
        }
        return feed.await(position, nanos);
    }

    Gate gate() {
        return gate;
    }

    /** Whether this node is the one that feeds it, and has filled it. */
    boolean works() {
        return !processor.processingStatus().isEmpty();
    }

    @Override
    public void close() {
        filler.close();
        try {
            processor.shutdownAsync().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("{} did not end in time; its threads are ended", processor.getName());
        } finally {
            coordinator.shutdownNow();
            worker.shutdownNow();
        }
    }

    /** What every feeder needs. */
    record Supplies(
            StreamableMessageSource<TrackedEventMessage<?>> log,
            TokenStore tokens,
            TransactionManager transactions,
            DataSource dataSource,
            LogHistory history,
            LogScan scan,
            Semaphore turns,
            Parking parking,
            Courtesy courtesy,
            ReaderSpans spans) {}
}
