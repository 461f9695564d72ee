package io.daybook.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.platform.Identifiers;
import io.daybook.platform.TestNode;
import io.daybook.platform.keys.PersonalKeys;
import io.daybook.platform.postgres.TestDatabase;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What a reader of the log gets to see when others, who stand elsewhere, were there before. */
class CallingEventStoreTest {

    @TempDir private Path data;
    private TestNode node;
    private EventStore store;

    @BeforeEach
    void start() {
        node = TestNode.start(TestDatabase.create(), data);
        store = node.get(EventStore.class);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void givesAReaderWhatOneBeforeItHasPassedAlready() throws InterruptedException {
        append(person());
        long head = LogToken.of(store.createHeadToken()).index();
        try (BlockingStream<TrackedEventMessage<?>> ahead =
                        store.openStream(LogToken.at(head + 5));
                BlockingStream<TrackedEventMessage<?>> behind =
                        store.openStream(LogToken.at(head))) {
            assertThat(ahead.hasNextAvailable()).isFalse();
            assertThat(behind.hasNextAvailable()).isFalse();

            UUID next = person();
            append(next);

            assertThat(aggregate(next(behind))).isEqualTo(next.toString());
        }
    }

    @Test
    void givesAReaderWhatFillsItsGapWhenNobodyElseHasOne() throws InterruptedException {
        UUID slow = person();
        CountDownLatch appended = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        CompletableFuture<Void> slowOne =
                CompletableFuture.runAsync(
                        () ->
                                new TransactionTemplate(node.get(PlatformTransactionManager.class))
                                        .executeWithoutResult(
                                                status -> {
                                                    append(slow);
                                                    appended.countDown();
                                                    StorageTest.await(mayCommit);
                                                }));
        StorageTest.await(appended);
        UUID quick = person();
        append(quick);
        try (BlockingStream<TrackedEventMessage<?>> whole =
                        store.openStream(store.createHeadToken());
                BlockingStream<TrackedEventMessage<?>> withGap = store.openStream(null)) {
            assertThat(whole.hasNextAvailable()).isFalse();
            assertThat(aggregate(next(withGap))).isEqualTo(quick.toString());
            assertThat(withGap.hasNextAvailable()).isFalse();

            mayCommit.countDown();
            slowOne.join();

            assertThat(aggregate(next(withGap))).isEqualTo(slow.toString());
        } finally {
            mayCommit.countDown();
        }
    }

    private UUID person() {
        UUID user = Identifiers.next();
        node.get(PersonalKeys.class).obtain(user);
        return user;
    }

    private void append(UUID user) {
        node.get(EventStorageEngine.class)
                .appendEvents(Events.message(user, 0, Events.registered(user)));
    }

    private static TrackedEventMessage<?> next(BlockingStream<TrackedEventMessage<?>> events)
            throws InterruptedException {
        for (int second = 0; second < 10; second++) {
            if (events.hasNextAvailable(1, TimeUnit.SECONDS)) {
                return events.nextAvailable();
            }
        }
        throw new AssertionError("Nothing came in ten seconds");
    }

    private static String aggregate(TrackedEventMessage<?> event) {
        return ((DomainEventMessage<?>) event).getAggregateIdentifier();
    }
}
