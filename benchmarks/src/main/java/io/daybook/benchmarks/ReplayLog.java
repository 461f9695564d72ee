package io.daybook.benchmarks;

import com.zaxxer.hikari.HikariDataSource;

import io.daybook.messages.Actor;
import io.daybook.platform.Identifiers;
import io.daybook.platform.bus.Metadata;
import io.daybook.platform.bus.Origin;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A log in which many people live side by side: each has a hundred events, and between two of one
 * person everybody else has one. They are written by the real serializer, personal data encrypted;
 * what is longer than five thousand lives is told again about other sessions, connections, projects
 * and runs of the same people.
 */
final class ReplayLog {

    private static final int PEOPLE = 5_000;
    private static final int TOGETHER = 500;

    private final Ground ground;
    private final EventStore store;
    private final List<GenericDomainEventMessage<?>> waiting = new ArrayList<>();
    private final Map<UUID, Long> sequences = new HashMap<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    ReplayLog(Ground ground) {
        this.ground = ground;
        this.store = ground.part(EventStore.class);
    }

    /** Fills it with about so many events; answers how many there are. */
    long fill(long events) throws SQLException {
        int people = (int) Math.max(1, Math.min(PEOPLE, events / Life.LENGTH));
        List<Life> lives = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            lives.add(new Life(person));
        }
        for (int turn = 0; turn < Life.LENGTH; turn++) {
            for (Life life : lives) {
                happened(life.next(turn), life);
            }
        }
        send();
        try (Connection connection = ground.part(HikariDataSource.class).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "select set_config(name, '0', false) from pg_settings where name ="
                            + " 'transaction_timeout'");
            long base = (long) people * Life.LENGTH;
            for (int again = 1; again < events / base; again++) {
                statement.execute(again(again, base));
            }
            statement.execute("vacuum analyze domain_event");
            try (var count = statement.executeQuery("select count(*) from domain_event")) {
                count.next();
                return count.getLong(1);
            }
        }
    }

    private void happened(Life.Step step, Life life) {
        now = now.plus(Duration.ofMillis(7));
        Actor actor = new Actor(life.person(), life.session(), false, life.address());
        Map<String, Object> about = new HashMap<>(Metadata.of(actor));
        about.putAll(new Origin(Identifiers.next(), Identifiers.next()).metadata());
        about.put(Origin.COMMAND, step.command());
        long sequence = sequences.merge(step.aggregate(), 0L, (before, none) -> before + 1);
        waiting.add(
                new GenericDomainEventMessage<>(
                        step.kind(),
                        step.aggregate().toString(),
                        sequence,
                        step.event(),
                        MetaData.from(about),
                        Identifiers.next().toString(),
                        now));
        if (waiting.size() == TOGETHER) {
            send();
        }
    }

    private void send() {
        store.publish(waiting);
        waiting.clear();
    }

    private static String again(int again, long base) {
        return """
        insert into domain_event (event_id, aggregate_id, sequence_number, type, time_stamp,
          payload_type, payload_revision, payload, meta_data)
        select gen_random_uuid(), other, sequence_number, type, time_stamp + %1$d * interval '1 day',
          payload_type, payload_revision, replace(payload, aggregate_id::text, other::text), meta_data
        from domain_event cross join lateral (select md5(aggregate_id::text || '%1$d')::uuid as other) o
        where global_index <= %2$d and payload_type not like 'identity.%%User%%' and payload_type not like '%%Email%%'
        order by global_index
        """
                .formatted(again, base);
    }
}
