package io.daybook.platform.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.messages.identity.EmailVerified;
import io.daybook.platform.Identifiers;

import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Events are appended whole and in their places, and positions are told. */
final class PostgresEventStorageTest extends StorageTest {

    @Test
    void tellsThePositionOfTheLastEventAppended() {
        UUID user = Identifiers.next();
        AppendedPosition.take();

        storage.appendEvents(
                Events.message(user, 0, Events.registered(user)),
                Events.message(user, 1, new EmailVerified(user)));

        long last =
                node.get(JdbcClient.class)
                        .sql("select max(global_index) from domain_event")
                        .query(Long.class)
                        .single();
        assertThat(AppendedPosition.take()).isEqualTo(last);
        assertThat(AppendedPosition.take()).isEqualTo(-1);
    }

    @Test
    void refusesASecondEventInTheSamePlaceOfAnAggregate() {
        UUID user = Identifiers.next();
        storage.appendEvents(
                Events.message(user, 0, Events.registered(user)),
                Events.message(user, 1, new EmailVerified(user)));

        assertThatThrownBy(
                        () ->
                                storage.appendEvents(
                                        Events.message(user, 0, new EmailVerified(user))))
                .isInstanceOf(AggregateStreamCreationException.class);
        assertThatThrownBy(
                        () ->
                                storage.appendEvents(
                                        Events.message(user, 1, new EmailVerified(user))))
                .isInstanceOf(ConcurrencyException.class);
    }

    @Test
    void commitsACommandOfNothingButEventsAtOnceAndAnyOtherWithItsTransaction() {
        UUID alone = person();
        UUID joined = person();
        JdbcClient jdbc = node.get(JdbcClient.class);
        inTransaction(
                () -> {
                    // a command inside of a transaction is part of it
                    RunningCommand.handle(() -> append(joined));
                    assertThat(committed(jdbc, joined)).isFalse();
                });
        RunningCommand.handle(
                () ->
                        inTransaction(
                                () -> {
                                    append(alone);
                                    assertThat(committed(jdbc, alone)).isTrue();
                                }));

        assertThat(committed(jdbc, joined)).isTrue();
    }

    @Test
    void rollsBackTheEventsOfACommandThatHasWrittenSomethingElse() {
        UUID user = Identifiers.next();
        JdbcClient jdbc = node.get(JdbcClient.class);

        RunningCommand.handle(
                () ->
                        new TransactionTemplate(node.get(PlatformTransactionManager.class))
                                .executeWithoutResult(
                                        status -> {
                                            // the person's key is made in the same transaction
                                            append(user);
                                            status.setRollbackOnly();
                                        }));

        assertThat(committed(jdbc, user)).isFalse();
    }

    @Test
    void refusesOneOfManySimultaneousCommandsThatTakeTheSamePlace() {
        UUID user = person();
        append(user);
        AtomicInteger refused = new AtomicInteger();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < 8; caller++) {
                UUID other = person();
                callers.execute(() -> RunningCommand.handle(() -> append(other)));
                callers.execute(
                        () ->
                                RunningCommand.handle(
                                        () -> {
                                            try {
                                                storage.appendEvents(
                                                        Events.message(
                                                                user, 1, new EmailVerified(user)));
                                            } catch (ConcurrencyException taken) {
                                                refused.incrementAndGet();
                                            }
                                        }));
            }
        }

        assertThat(refused).hasValue(7);
        assertThat(storage.lastSequenceNumberFor(user.toString())).hasValue(1L);
    }

    @Test
    void readsAnAggregateInItsOrder() {
        UUID user = Identifiers.next();
        storage.appendEvents(
                Events.message(user, 0, Events.registered(user)),
                Events.message(user, 1, new EmailVerified(user)));

        assertThat(
                        storage.readEvents(user.toString())
                                .asStream()
                                .map(event -> (Object) event.getPayload()))
                .containsExactly(Events.registered(user), new EmailVerified(user));
    }

    private static boolean committed(JdbcClient jdbc, UUID user) {
        return CompletableFuture.supplyAsync(
                        () ->
                                jdbc.sql("select count(*) from domain_event where aggregate_id = ?")
                                                .param(user)
                                                .query(Long.class)
                                                .single()
                                        > 0)
                .join();
    }
}
