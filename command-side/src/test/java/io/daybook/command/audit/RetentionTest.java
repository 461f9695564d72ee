package io.daybook.command.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.messages.Actor;
import io.daybook.messages.audit.ChangeDetailRetention;
import io.daybook.messages.audit.DetailRetention;
import io.daybook.messages.audit.DetailRetentionChanged;
import io.daybook.messages.audit.RetireDetails;
import io.daybook.messages.connections.ToolAnswered;
import io.daybook.messages.connections.ToolCalled;
import io.daybook.platform.Identifiers;
import io.daybook.platform.TestNode;
import io.daybook.platform.bus.Metadata;
import io.daybook.platform.postgres.TestDatabase;
import io.daybook.platform.proof.DetailRetirement;
import io.daybook.platform.proof.LogChain;
import io.daybook.platform.proof.LogProof;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import javax.sql.DataSource;

class RetentionTest {

    private static final UUID ROOT = Identifiers.next();
    private static final Actor ADMINISTRATOR = new Actor(ROOT, null, true, "192.0.2.7");

    @Test
    void isSaidByAdministratorsOnceUntilTheySayOtherwise() {
        assertThat(decide(90, false, null))
                .isEqualTo(List.of(new DetailRetentionChanged(DetailRetention.ID, 90, ROOT)));
        assertThat(decide(90, true, 90)).isEmpty();
        assertThat(decide(null, true, null)).isEmpty();
        assertThat(decide(null, true, 90))
                .isEqualTo(List.of(new DetailRetentionChanged(DetailRetention.ID, null, ROOT)));
        assertThatThrownBy(
                        () ->
                                RetentionDecisions.decide(
                                        new ChangeDetailRetention(DetailRetention.ID, 90),
                                        false,
                                        null,
                                        new Actor(ROOT, null, false, "192.0.2.7")))
                .isInstanceOf(NotAnAdministrator.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 6, 3651})
    void isAWeekAtLeast(int days) {
        assertThatThrownBy(() -> decide(days, false, null))
                .isInstanceOf(RetentionOutOfBounds.class);
    }

    @Test
    void isActedUponByDaybookAloneAndOnlyOnWholeOldDays() {
        Instant now = Instant.parse("2026-07-10T12:00:00Z");
        allow("2026-07-03T00:00:00Z", Actor.SYSTEM, now);
        assertThatThrownBy(() -> allow("2026-07-03T00:00:00Z", ADMINISTRATOR, now))
                .isInstanceOf(NotAnAdministrator.class);
        assertThatThrownBy(() -> allow("2026-07-04T00:00:00Z", Actor.SYSTEM, now))
                .isInstanceOf(RetentionOutOfBounds.class);
        assertThatThrownBy(() -> allow("2026-07-02T00:30:00Z", Actor.SYSTEM, now))
                .isInstanceOf(RetentionOutOfBounds.class);
    }

    @Test
    void goesOnAfterItWasKilledInTheMiddleAndTheLogStaysProved(@TempDir Path data)
            throws InterruptedException {
        TestDatabase database = TestDatabase.create();
        try (TestNode node = TestNode.start(database, data, Application.class)) {
            node.get(DetailKeeper.class).stop();
            for (int call = 0; call < 10; call++) {
                callATool(node);
            }
            chainAll(node);
            DetailKeeper keeper = keeper(node);
            assertThat(keeper.retireNext()).as("nobody said so yet").isFalse();
            send(node, new ChangeDetailRetention(DetailRetention.ID, 7), ADMINISTRATOR);
            assertThat(keeper.retireNext()).isTrue();
            assertThat(details(node)).isEqualTo(16);
            dieInTheMiddle(node, keeper);
            assertThat(details(node)).isEqualTo(16);
        }
        try (TestNode node = TestNode.start(database, data, Application.class)) {
            DetailKeeper keeper = keeper(node);
            int rounds = 0;
            while (keeper.retireNext()) {
                rounds++;
            }
            assertThat(rounds).isEqualTo(4);
            assertThat(details(node)).isZero();
            chainAll(node);
            assertThat(node.get(LogProof.class).verify(List.of(), List.of(), 2, events -> {}))
                    .satisfies(
                            verdict -> {
                                assertThat(verdict.finding()).isNull();
                                assertThat(verdict.retired()).isEqualTo(20);
                                assertThat(verdict.events()).isEqualTo(26);
                            });
        }
    }

    /** Four events at a time. */
    private static DetailKeeper keeper(TestNode node) {
        return new DetailKeeper(
                node.get(DetailRetirement.class).inStretchesOf(4),
                node.get(CommandBus.class),
                node.get(Clock.class));
    }

    /** The events are removed, and the transaction ends before it says so. */
    private static void dieInTheMiddle(TestNode node, DetailKeeper keeper) {
        JdbcTemplate jdbc = new JdbcTemplate(node.get(DataSource.class));
        jdbc.execute(
                """
                create function die() returns trigger language plpgsql as
                $$ begin raise exception 'killed'; end $$;
                create trigger die before insert on domain_event for each row
                when (new.payload_type = 'audit.DetailsRetired') execute function die();
                """);
        assertThatThrownBy(keeper::retireNext).isNotNull();
        jdbc.execute("drop trigger die on domain_event");
    }

    private static void callATool(TestNode node) {
        UUID call = Identifiers.next();
        int sequence = 0;
        for (Object event :
                List.of(
                        new ToolCalled(call, ROOT, ROOT, null, "run_query", "{}"),
                        new ToolAnswered(call, ROOT, "run_query", 3, 80, 5))) {
            node.get(EventStore.class)
                    .publish(
                            new GenericDomainEventMessage<>(
                                    "ToolCall",
                                    call.toString(),
                                    sequence++,
                                    event,
                                    Map.of(),
                                    Identifiers.next().toString(),
                                    Instant.now().minus(10, ChronoUnit.DAYS)));
        }
    }

    private static void chainAll(TestNode node) {
        LogChain chain = node.get(LogChain.class);
        long length = -1;
        while (chain.length() != length) {
            length = chain.length();
            chain.extend();
        }
    }

    private static long details(TestNode node) {
        return new JdbcTemplate(node.get(DataSource.class))
                .queryForList(
                        "select 1 from domain_event where payload_type like"
                                + " 'connections.Tool%'")
                .size();
    }

    private static void send(TestNode node, Object command, Actor actor) {
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        node.get(CommandBus.class)
                .dispatch(
                        GenericCommandMessage.asCommandMessage(command)
                                .andMetaData(Metadata.of(actor)),
                        (sent, result) -> result.optionalExceptionResult().ifPresent(failure::set));
        assertThat(failure.get()).isNull();
    }

    private static List<?> decide(@Nullable Integer days, boolean said, @Nullable Integer before) {
        return RetentionDecisions.decide(
                new ChangeDetailRetention(DetailRetention.ID, days), said, before, ADMINISTRATOR);
    }

    private static void allow(String before, Actor actor, Instant now) {
        RetentionDecisions.allow(
                new RetireDetails(Identifiers.next(), Instant.parse(before), 0, 10), actor, now);
    }

    /** Everything of this module and the ground floor. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan("io.daybook")
    static class Application {}
}
