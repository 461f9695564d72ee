package io.daybook.platform.log;

import static io.daybook.platform.Waiting.until;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.platform.Identifiers;
import io.daybook.platform.Jumps;

import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Whoever reads on misses nothing, in whichever order transactions end. */
final class ReadingOnTest extends StorageTest {

    @Test
    void givesAnEventThatFillsAGapItsOwnPosition() throws InterruptedException {
        UUID slow = Identifiers.next();
        UUID quick = Identifiers.next();
        TrackingToken before = storage.createHeadToken();
        SlowWriter writer = new SlowWriter(slow);
        storage.appendEvents(Events.message(quick, 0, Events.registered(quick)));

        List<TrackedEventMessage<?>> first = read(before);
        writer.commit();
        List<TrackedEventMessage<?>> then = read(first.getLast().trackingToken());

        assertThat(first).extracting(event -> aggregate(event)).containsExactly(quick.toString());
        assertThat(then).extracting(event -> aggregate(event)).containsExactly(slow.toString());
        assertThat(LogToken.positionOf(then.getFirst()))
                .isEqualTo(LogToken.positionOf(first.getFirst()) - 1);
        assertThat(
                        LogToken.covers(
                                first.getLast().trackingToken(),
                                LogToken.positionOf(then.getFirst())))
                .isFalse();
        assertThat(
                        LogToken.covers(
                                then.getLast().trackingToken(),
                                LogToken.positionOf(then.getFirst())))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, 3600, 0", "-3600, 0, 0", "0, 0, 200000"})
    void givesUpNoGapWhileItsWriterLivesWhateverTheClocksSayAndHoweverFarBehind(
            long writing, long reading, int between) {
        UUID slow = person();
        TrackingToken before = storage.createHeadToken();
        SlowWriter writer = new SlowWriter(slow);
        try {
            Jumps.clocksTo(Duration.ofSeconds(writing));
            append(person());
            leaveGaps(between);
            append(person());
            Jumps.clocksTo(Duration.ofSeconds(reading));
            TrackingToken reached = read(before).getLast().trackingToken();
            writer.commit();

            assertThat(read(reached))
                    .extracting(event -> aggregate(event))
                    .containsExactly(slow.toString());
            until(
                    () -> {
                        append(person());
                        return reached(reached).gaps().isEmpty();
                    });
        } finally {
            Jumps.clocksBack();
            writer.commit();
        }
    }

    @Test
    void waitsForWritersRatherThanRememberingGapsWithoutEnd() {
        UUID slow = person();
        TrackingToken before = storage.createHeadToken();
        SlowWriter writer = new SlowWriter(slow);
        append(person());
        int many = 2 * NextEvents.MOST_GAPS;
        appendWithAGapBeforeEach(many);
        List<TrackedEventMessage<?>> first = read(before);
        writer.commit();

        assertThat(first).hasSize(NextEvents.MOST_GAPS);
        List<TrackedEventMessage<?>> all = new ArrayList<>(first);
        until(
                () -> {
                    all.addAll(read(all.getLast().trackingToken()));
                    return all.size() == many + 2;
                });
        assertThat(all)
                .extracting(event -> aggregate(event))
                .contains(slow.toString())
                .doesNotHaveDuplicates();
    }

    @Test
    void readsTokensOfBeforeGapsWereStretches() {
        Serializer serializer = node.get(Serializer.class);
        String axons =
                serializer
                        .serialize(
                                GapAwareTrackingToken.newInstance(9, List.of(3L, 7L, 4L)),
                                String.class)
                        .getData();

        LogToken stored =
                serializer.deserialize(
                        new SimpleSerializedObject<>(
                                axons.replaceFirst("}$", ",\"position\":9}"),
                                String.class,
                                LogToken.class.getName(),
                                null));

        assertThat(stored.index()).isEqualTo(9);
        assertThat(stored.stretches()).containsExactly(3, 4, 7, 7);
        assertThat(serializer.serialize(stored, String.class).getData())
                .contains("\"stretches\":[3,4,7,7]");
    }

    @Test
    void deliversEveryEventOnceUnderManyWritersWithDelaysAndRollbacks()
            throws InterruptedException {
        ConcurrentLinkedQueue<String> committed = new ConcurrentLinkedQueue<>();
        TrackingToken token = storage.createHeadToken();
        ExecutorService writers = Executors.newFixedThreadPool(6);
        for (int writer = 0; writer < 6; writer++) {
            Random random = new Random(writer);
            writers.execute(
                    () ->
                            Stream.generate(Identifiers::next)
                                    .limit(40)
                                    .forEach(user -> write(user, random, committed)));
        }
        writers.shutdown();
        ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();
        boolean finished = false;
        while (!finished) {
            finished = writers.awaitTermination(5, TimeUnit.MILLISECONDS);
            for (TrackedEventMessage<?> event : read(token)) {
                token = event.trackingToken();
                seen.add(aggregate(event));
            }
        }

        assertThat(committed).isNotEmpty();
        assertThat(seen).containsExactlyInAnyOrderElementsOf(committed);
    }

    private static void write(UUID user, Random random, ConcurrentLinkedQueue<String> committed) {
        boolean rollback = random.nextInt(5) == 0;
        CountDownLatch pause = new CountDownLatch(1);
        new TransactionTemplate(node.get(PlatformTransactionManager.class))
                .executeWithoutResult(
                        status -> {
                            storage.appendEvents(Events.message(user, 0, Events.registered(user)));
                            try {
                                var unused = pause.await(random.nextInt(8), TimeUnit.MILLISECONDS);
                            } catch (InterruptedException e) {
                                throw new AssertionError(e);
                            }
                            if (rollback) {
                                status.setRollbackOnly();
                            } else {
                                committed.add(user.toString());
                            }
                        });
    }

    /** Takes positions as transactions do that are rolled back. */
    private static void leaveGaps(int many) {
        node.get(JdbcClient.class)
                .sql(
                        """
                        select coalesce(max(nextval(pg_get_serial_sequence('domain_event', 'global_index'))), 0)
                        from generate_series(1, ?)
                        """)
                .param(many)
                .query(Long.class)
                .single();
    }

    /** Copies of the last event, one for each second position. */
    private static void appendWithAGapBeforeEach(int many) {
        JdbcClient jdbc = node.get(JdbcClient.class);
        jdbc.sql(
                        """
                        insert into domain_event (global_index, event_id, aggregate_id, sequence_number, type,
                            time_stamp, payload_type, payload_revision, payload, meta_data)
                        overriding system value
                        select global_index + 2 * more, gen_random_uuid(), gen_random_uuid(), 0, type, time_stamp,
                            payload_type, payload_revision, payload, meta_data
                        from domain_event, generate_series(1, ?) as more
                        where global_index = (select max(global_index) from domain_event)
                        """)
                .param(many)
                .update();
        leaveGaps(2 * many);
    }

    private static LogToken reached(TrackingToken token) {
        return (LogToken) read(token).getLast().trackingToken();
    }

    /** A transaction that has appended an event and ends when it is told to. */
    private static final class SlowWriter {

        private final CountDownLatch mayCommit = new CountDownLatch(1);
        private final CompletableFuture<Void> transaction;

        private SlowWriter(UUID user) {
            CountDownLatch appended = new CountDownLatch(1);
            transaction =
                    CompletableFuture.runAsync(
                            () ->
                                    inTransaction(
                                            () -> {
                                                append(user);
                                                appended.countDown();
                                                await(mayCommit);
                                            }));
            await(appended);
        }

        private void commit() {
            mayCommit.countDown();
            transaction.join();
        }
    }
}
