package io.daybook.benchmarks;

import com.zaxxer.hikari.HikariDataSource;

import io.daybook.messages.audit.ProjectionStatus;
import io.daybook.query.platform.Projections;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/**
 * What people who read notice of rebuilds, while 500 commands a second are written: how long pages
 * take without rebuilds and with one after the other, which read failed, and who saw less than
 * before.
 */
final class RebuildBenchmark {

    private static final int COMMANDS_PER_SECOND = 500;
    private static final int READS_PER_SECOND = 100;
    private static final int PEOPLE = 50;
    private static final int OLD_EVENTS = 100_000;
    private static final int ROUNDS = 2;
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration TIME = Duration.ofSeconds(30);

    /** Two that all events concern, and one that hardly any does. */
    private static final List<String> REBUILT = List.of("audit", "projects", "dashboard");

    private final House house;
    private final Projections projections;

    RebuildBenchmark(House house) {
        this.house = house;
        this.projections = house.room(Projections.class);
    }

    void run() throws SQLException {
        Renames renames = new Renames(house, PEOPLE);
        fill();
        Reads reads = new Reads(house, renames);
        Map<String, double[]> alone = new TreeMap<>();
        Map<String, double[]> beside = new TreeMap<>();
        try (Pressure writing = new Pressure(COMMANDS_PER_SECOND, due -> renames.once());
                Pressure reading = new Pressure(READS_PER_SECOND, reads::once)) {
            LockSupport.parkNanos(WARM_UP.toNanos());
            reads.times();
            for (int round = 0; round < ROUNDS; round++) {
                LockSupport.parkNanos(TIME.toNanos());
                merge(alone, reads.times());
                REBUILT.forEach(this::rebuild);
                merge(beside, reads.times());
            }
            Report.title("Reads while " + COMMANDS_PER_SECOND + " commands/s are written");
            Report.figure("commands", writing.rate(), "per s");
            Report.figure("commands that failed", writing.failed(), "");
            Report.figure("reads", reading.rate(), "per s");
            Report.figure("reads that failed", reading.failed(), "");
            Report.figure("reads that saw less than before", reads.regressions(), "");
        }
        alone.forEach(
                (page, times) -> {
                    double[] disturbed = beside.getOrDefault(page, new double[0]);
                    Report.quantiles(page, times);
                    Report.quantiles("  beside rebuilds", disturbed);
                    Report.cost(
                            "  p95",
                            Report.quantile(disturbed, 95),
                            Report.quantile(times, 95),
                            "ms");
                });
    }

    /** A longer past: real events, told again under the next numbers of things that nobody uses. */
    private void fill() throws SQLException {
        try (Connection connection = house.room(HikariDataSource.class).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    insert into domain_event (event_id, aggregate_id, sequence_number, type, time_stamp,
                      payload_type, payload_revision, payload, meta_data)
                    select gen_random_uuid(), thing, 0, type, now(), payload_type, payload_revision,
                      replace(replace(payload, aggregate_id::text, thing::text),
                              payload::json ->> 'ownerId', owner::text), meta_data
                    from generate_series(1, %d) as again
                    cross join lateral (select again, gen_random_uuid() as thing, gen_random_uuid() as owner) as made
                    cross join lateral (select * from domain_event where payload_type = 'projects.ProjectCreated'
                                        order by global_index limit 1) as first
                    """
                            .formatted(OLD_EVENTS));
            statement.execute("vacuum analyze domain_event");
            // or the disk takes in what was written here while others are timed
            statement.execute("checkpoint");
        }
        while (projections.status().items().stream().anyMatch(one -> one.position() < one.head())) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        house.room(JdbcClient.class).sql("analyze").update();
    }

    private void rebuild(String name) {
        int before = status(name).generation();
        long start = System.nanoTime();
        projections.rebuild(name);
        while (status(name).generation() == before) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        Report.figure(name + " rebuilt beside people in", (System.nanoTime() - start) / 1e9, "s");
    }

    private ProjectionStatus status(String name) {
        return projections.status().items().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void merge(Map<String, double[]> all, Map<String, double[]> more) {
        more.forEach(
                (page, times) ->
                        all.merge(
                                page,
                                times,
                                (one, other) -> {
                                    double[] both = Arrays.copyOf(one, one.length + other.length);
                                    System.arraycopy(other, 0, both, one.length, other.length);
                                    Arrays.sort(both);
                                    return both;
                                }));
    }
}
