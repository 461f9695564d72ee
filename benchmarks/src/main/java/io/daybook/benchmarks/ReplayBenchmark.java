package io.daybook.benchmarks;

import com.zaxxer.hikari.HikariDataSource;

import io.daybook.messages.Actor;
import io.daybook.messages.audit.ProjectionStatus;
import io.daybook.messages.projects.CreateProject;
import io.daybook.messages.projects.RenameProject;
import io.daybook.platform.Identifiers;
import io.daybook.query.platform.Projections;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * Events a second that the real projections take in when they are built anew, beside a bare cursor
 * and upsert.
 */
final class ReplayBenchmark {

    private static final int PROJECTS = 1_000;
    private static final int EVENTS = 300_000;
    private static final int ROUNDS = 2;

    private final House house;
    private final Projections projections;

    ReplayBenchmark(House house) {
        this.house = house;
        this.projections = house.room(Projections.class);
    }

    void run() throws SQLException {
        long events = fill();
        settle();
        ReplayFloor floor = new ReplayFloor(house.room(HikariDataSource.class));
        Report.title("Replay of " + events + " events, one projection after the other");
        for (String name : names()) {
            rebuild(name);
            double rate = 0;
            double plain = 0;
            for (int round = 0; round < ROUNDS; round++) {
                rate += rebuild(name) / ROUNDS;
                plain += floor.perSecond() / ROUNDS;
            }
            Report.rate(name, rate, plain, "events/s");
        }
    }

    private List<String> names() {
        return projections.status().items().stream().map(ProjectionStatus::name).toList();
    }

    /** Real events of a thousand projects, each told again and again under the next numbers. */
    private long fill() throws SQLException {
        Actor owner = new Actor(Identifiers.next(), Identifiers.next(), false, "192.0.2.7");
        List<UUID> made = new ArrayList<>();
        for (int project = 0; project < PROJECTS; project++) {
            UUID id = Identifiers.next();
            house.send(new CreateProject(id, "Replay", null), owner);
            house.send(new RenameProject(id, null, "Replay " + project, null), owner);
            made.add(id);
        }
        try (Connection connection = house.room(HikariDataSource.class).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    insert into domain_event (event_id, aggregate_id, sequence_number, type, time_stamp,
                      payload_type, payload_revision, payload, meta_data)
                    select gen_random_uuid(), aggregate_id, sequence_number + again, type, now(),
                      payload_type, payload_revision, payload, meta_data
                    from generate_series(1, %d) as again, domain_event
                    where sequence_number = 1 and aggregate_id in ('%s')
                    """
                            .formatted(
                                    EVENTS / PROJECTS,
                                    String.join(
                                            "','", made.stream().map(UUID::toString).toList())));
            statement.execute("vacuum analyze domain_event");
            try (var count = statement.executeQuery("select count(*) from domain_event")) {
                count.next();
                return count.getLong(1);
            }
        }
    }

    /**
     * Waits until the live read models have caught up, so that nothing else runs while we measure.
     */
    private void settle() {
        while (projections.status().items().stream().anyMatch(one -> one.position() < one.head())) {
            pause();
        }
    }

    /** Events a second from the order to rebuild until readers see the new generation. */
    private double rebuild(String name) {
        ProjectionStatus before = status(name);
        long start = System.nanoTime();
        projections.rebuild(name);
        while (status(name).generation() == before.generation()) {
            pause();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return before.head() / seconds;
    }

    private ProjectionStatus status(String name) {
        return projections.status().items().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void pause() {
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
}
