package io.daybook.benchmarks;

import com.zaxxer.hikari.HikariDataSource;

import io.daybook.messages.audit.HistoryOfThing;
import io.daybook.messages.audit.Moment;
import io.daybook.messages.audit.PastThings;
import io.daybook.messages.audit.ThingHistory;
import io.daybook.messages.audit.ThingsAsOf;
import io.daybook.platform.log.LogHistory;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryBus;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;

/**
 * What a look into the past costs on a long log: one thing, and whole lists, at moments all over
 * it.
 */
final class PastBenchmark {

    private static final int ROUNDS = 40;

    private final House house;
    private final JdbcClient jdbc;
    private final long head;
    private final Random random = new Random(1);

    PastBenchmark(House house, int people) throws SQLException {
        this.house = house;
        house.rest();
        this.jdbc = house.room(JdbcClient.class);
        fill(people);
        this.head = house.room(LogHistory.class).head();
    }

    void run() {
        Report.title(
                "A look into the past of %,d events (ms, median and slowest of %d)"
                        .formatted(head, ROUNDS));
        for (int length : new int[] {10, 100, 1_000, 10_000}) {
            UUID thing =
                    UUID.nameUUIDFromBytes(("long-" + length).getBytes(StandardCharsets.UTF_8));
            measure("a thing with " + length + " events", () -> thing(thing, Moment.NOW));
            measure("its aggregate, loaded for a command", () -> load(thing));
        }
        UUID connection = any("connections.ConnectionEstablished");
        measure("any connection", () -> thing("connections", connection, Moment.NOW));
        for (String kind : new String[] {"users", "sessions", "connections", "projects"}) {
            measure("50 " + kind + " at any moment", () -> list(kind, somewhere(), false));
        }
        measure("50 sessions, ended ones too", () -> list("sessions", somewhere(), true));
        measure("finding the position of a time", this::position);
    }

    /** What a command waits for when the aggregate is not in the cache. */
    private void load(UUID thing) {
        var unused = house.room(EventStore.class).readEvents(thing.toString()).asStream().count();
    }

    private Object thing(UUID id, Moment at) {
        return thing("projects", id, at);
    }

    private Object thing(String kind, UUID id, Moment at) {
        return ask(new HistoryOfThing(kind, id, at, null, null), ThingHistory.class);
    }

    private Object list(String kind, Moment at, boolean ended) {
        return ask(new ThingsAsOf(kind, at, ended, 50, null), PastThings.class);
    }

    private Object position() {
        return house.room(LogHistory.class).positionAt(timeSomewhere());
    }

    private Moment somewhere() {
        return Moment.at(timeSomewhere());
    }

    private Instant timeSomewhere() {
        return house.room(LogHistory.class).timeAt(random.nextLong(head / 10, head)).orElseThrow();
    }

    private UUID any(String type) {
        return jdbc.sql(
                        "select aggregate_id from domain_event where payload_type = '"
                                + type
                                + "' order by global_index limit 1")
                .query(UUID.class)
                .single();
    }

    private <A> A ask(Object query, Class<A> answer) {
        return house.room(QueryBus.class)
                .query(new GenericQueryMessage<>(query, ResponseTypes.instanceOf(answer)))
                .join()
                .getPayload();
    }

    private static void measure(String what, Runnable look) {
        double[] millis = new double[ROUNDS];
        for (int warm = 0; warm < ROUNDS / 4; warm++) {
            look.run();
        }
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            look.run();
            millis[round] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        Report.figure(what, millis[ROUNDS / 2], "ms   slowest %.1f".formatted(millis[ROUNDS - 1]));
    }

    /** A hundred events for each person: sessions with their refreshes, connections, projects. */
    private void fill(int people) throws SQLException {
        try (Connection connection = house.room(HikariDataSource.class).getConnection();
                Statement statement = connection.createStatement()) {
            for (int from = 1; from <= people; from += 5_000) {
                statement.execute(lives(from, Math.min(people, from + 4_999)));
            }
            for (int length : new int[] {10, 100, 1_000, 10_000}) {
                statement.execute(project(length));
            }
            statement.execute("vacuum analyze domain_event");
        }
    }

    private static String lives(int from, int to) {
        return """
        insert into domain_event (event_id, aggregate_id, sequence_number, type, time_stamp,
          payload_type, payload_revision, payload, meta_data)
        select gen_random_uuid(), thing, sequence, initcap(kind), timestamptz '2026-01-01' + (person * 100 + n) * interval '1 second',
          type, case type when 'connections.ConnectionEstablished' then '2' else '1' end, payload::text, '{}'
        from generate_series(%d, %d) person
        cross join lateral (select md5('person' || person)::uuid as owner) o
        cross join lateral (
          select 1 as n, 'user' as kind, owner as thing, 0 as sequence, 'identity.UserRegistered' as type,
            jsonb_build_object('userId', owner, 'email', 'p' || person, 'fullName', 'Person ' || person, 'passwordVerifier', 'x', 'role', 'USER') as payload
          union all select 2, 'user', owner, 1, 'identity.EmailVerified', jsonb_build_object('userId', owner)
          union all select 3 + s * 7 + e, 'session', md5('s' || person || '-' || s)::uuid, e,
            case e when 0 then 'identity.SessionStarted' when 6 then 'identity.SessionEnded' else 'identity.SessionRefreshed' end,
            jsonb_build_object('sessionId', md5('s' || person || '-' || s)::uuid, 'userId', owner, 'device', 'Computer', 'generation', e,
              'expiresAt', '2099-01-01T00:00:00Z') || case e when 6 then '{"reason": "LOGGED_OUT"}' else '{}' end::jsonb
          from generate_series(0, 9) s, generate_series(0, 6) e where s < 9 or e < 6
          union all select 73 + c * 6 + e, 'connection', md5('c' || person || '-' || c)::uuid, e,
            case e when 0 then 'connections.ConnectionEstablished' when 1 then 'connections.ConnectionSelected'
              else case e %% 2 when 0 then 'connections.ConnectionLost' else 'connections.ConnectionRestored' end end,
            jsonb_build_object('connectionId', md5('c' || person || '-' || c)::uuid, 'ownerId', owner)
              || case e when 0 then jsonb_build_object('name', 'Shop', 'kind', 'POSTGRES', 'server', 'db', 'secretRef', owner)
                 when 2 then '{"reason": "unreachable"}'::jsonb when 4 then '{"reason": "unreachable"}'::jsonb else '{}'::jsonb end
          from generate_series(0, 1) c, generate_series(0, 5) e
          union all select 85 + p * 5 + e, 'project', md5('p' || person || '-' || p)::uuid, e,
            case e when 0 then 'projects.ProjectCreated' else 'projects.ProjectRenamed' end,
            jsonb_build_object('projectId', md5('p' || person || '-' || p)::uuid, 'ownerId', owner, 'name', 'Project ' || e)
          from generate_series(0, 2) p, generate_series(0, 4) e
        ) life
        order by person, n
        """
                .formatted(from, to);
    }

    private static String project(int length) {
        return """
        insert into domain_event (event_id, aggregate_id, sequence_number, type, time_stamp,
          payload_type, payload_revision, payload, meta_data)
        select gen_random_uuid(), '%1$s', e, 'Project', timestamptz '2026-06-01' + e * interval '1 second',
          case e when 0 then 'projects.ProjectCreated' else 'projects.ProjectRenamed' end, '1',
          jsonb_build_object('projectId', '%1$s', 'ownerId', md5('person1')::uuid, 'name', 'Name ' || e)::text, '{}'
        from generate_series(0, %2$d) e
        """
                .formatted(
                        UUID.nameUUIDFromBytes(("long-" + length).getBytes(StandardCharsets.UTF_8)),
                        length - 1);
    }
}
