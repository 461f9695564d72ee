package io.daybook.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.platform.Identifiers;
import io.daybook.platform.TestNode;
import io.daybook.platform.postgres.TestDatabase;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

class LogHistoryTest {

    private static final Instant BEGIN = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir private static Path data;
    private static TestNode node;
    private static LogHistory history;

    @BeforeAll
    static void start() {
        node = TestNode.start(TestDatabase.create(), data);
        history = node.get(LogHistory.class);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void findsPositionsByTimeThatNeverGoBackNorChangeAsTheLogGrows() {
        Random random = new Random(1);
        for (int second = 0; second < 200; second++) {
            // clocks of writers differ, so times are out of order by up to three seconds
            append(BEGIN.plusSeconds(second).plusMillis(random.nextInt(3_000)));
        }
        Map<Instant, Long> found = new LinkedHashMap<>();
        for (int second = -5; second < 190; second++) {
            Instant moment = BEGIN.plusSeconds(second);
            found.put(moment, history.positionAt(moment));
        }
        for (int second = 200; second < 700; second++) {
            append(BEGIN.plusSeconds(second));
        }

        assertThat(List.copyOf(found.values())).isSorted();
        assertThat(found.get(BEGIN.minusSeconds(5))).isZero();
        assertThat(found)
                .allSatisfy(
                        (moment, position) ->
                                assertThat(history.positionAt(moment)).isEqualTo(position));
        assertThat(history.positionAt(BEGIN.plusSeconds(100_000))).isEqualTo(history.head());
    }

    @Test
    void isSettledOnceWhoeverWasWritingHasFinished() {
        assertThat(history.settle(Duration.ZERO)).isTrue();
        new TransactionTemplate(node.get(PlatformTransactionManager.class))
                .executeWithoutResult(
                        status -> {
                            append(BEGIN.plusSeconds(1_000));
                            assertThat(elsewhere(() -> history.settle(Duration.ZERO))).isFalse();
                        });
        assertThat(history.settle(Duration.ZERO)).isTrue();
    }

    private static <T> T elsewhere(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question).join();
    }

    private static void append(Instant at) {
        UUID user = Identifiers.next();
        node.get(EventStorageEngine.class)
                .appendEvents(
                        new GenericDomainEventMessage<>(
                                "User",
                                user.toString(),
                                0,
                                Events.registered(user),
                                MetaData.emptyInstance(),
                                Identifiers.next().toString(),
                                at));
    }
}
