package io.daybook.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import org.axonframework.common.jdbc.JdbcException;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What becomes of a generation when its filling is over. */
class FillerTest {

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
    private final CountDownLatch claimed = new CountDownLatch(1);
    private final AtomicInteger looks = new AtomicInteger();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void isHandedOverAgainWhereItsConnectionWasCutInThatMoment() throws InterruptedException {
        PooledStreamingEventProcessor processor = processor();
        Feed feed = new Feed(false);
        try (Filler filler = new Filler(() -> {}, feed, processor.getName(), processor::start)) {
            filler.start();

            if (!claimed.await(20, TimeUnit.SECONDS)) {
                fail("nobody goes on with it");
            }
        }
        assertThat(looks).hasValueGreaterThan(1);
        assertThat(feed.error()).isNull();
        processor.shutDown();
    }

    private PooledStreamingEventProcessor processor() {
        return PooledStreamingEventProcessor.builder()
                .name("projects@2")
                .eventHandlerInvoker(
                        SimpleEventHandlerInvoker.builder().eventHandlers(new Object()).build())
                .messageSource(
                        EmbeddedEventStore.builder()
                                .storageEngine(new InMemoryEventStorageEngine())
                                .build())
                .tokenStore(new CutOnce())
                .transactionManager(NoTransactionManager.INSTANCE)
                .coordinatorExecutor(threads)
                .workerExecutor(threads)
                .build();
    }

    /** Loses its connection when it is asked for the first time. */
    private final class CutOnce extends InMemoryTokenStore {

        @Override
        public int[] fetchSegments(String processor) {
            if (looks.incrementAndGet() == 1) {
                throw new JdbcException(
                        "Could not load segments", new SQLException("cut", "08006"));
            }
            if (looks.get() > 2) {
                claimed.countDown(); // it was started, and looks for what it can claim
            }
            return super.fetchSegments(processor);
        }
    }
}
