package io.daybook.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.platform.Identifiers;
import io.daybook.platform.TestNode;
import io.daybook.platform.keys.PersonalKeys;
import io.daybook.platform.postgres.TestDatabase;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** An event storage on a database of its own, and ways to append to it and read it. */
abstract class StorageTest {

    @TempDir static Path data;
    static TestNode node;
    static EventStorageEngine storage;

    @BeforeAll
    static void start() {
        node = TestNode.start(TestDatabase.create(), data);
        storage = node.get(EventStorageEngine.class);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    /** Somebody whose key exists already. */
    static UUID person() {
        UUID user = Identifiers.next();
        node.get(PersonalKeys.class).obtain(user);
        return user;
    }

    static void append(UUID user) {
        storage.appendEvents(Events.message(user, 0, Events.registered(user)));
    }

    static void inTransaction(Runnable work) {
        new TransactionTemplate(node.get(PlatformTransactionManager.class))
                .executeWithoutResult(status -> work.run());
    }

    static List<TrackedEventMessage<?>> read(TrackingToken token) {
        return storage.readEvents(token, false)
                .<TrackedEventMessage<?>>map(event -> event)
                .toList();
    }

    static String aggregate(TrackedEventMessage<?> event) {
        return ((DomainEventMessage<?>) event).getAggregateIdentifier();
    }

    static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
