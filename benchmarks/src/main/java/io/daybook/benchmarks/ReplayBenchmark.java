package io.daybook.benchmarks;

import com.zaxxer.hikari.HikariDataSource;

import io.daybook.messages.audit.ProjectionStatus;
import io.daybook.query.platform.Projections;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * Events a second that the real projections take in when they are built anew beside the live ones,
 * each from the order until readers see it, beside a bare cursor and upsert.
 */
final class ReplayBenchmark {

    private static final long EVENTS = number("REPLAY_EVENTS", 1_000_000);
    private static final long ROUNDS = number("REPLAY_ROUNDS", 2);
    private static final List<String> ONLY =
            List.of(System.getenv().getOrDefault("REPLAY_PROJECTIONS", "").split(","));

    private final House house;
    private final Projections projections;

    private ReplayBenchmark(House house) {
        this.house = house;
        this.projections = house.room(Projections.class);
    }

    static void run() throws IOException, SQLException {
        Ground ground = Ground.open();
        long start = System.nanoTime();
        long events = new ReplayLog(ground).fill(EVENTS);
        Report.title("Replay of %,d events".formatted(events));
        Report.figure("made the log in", (System.nanoTime() - start) / 1e9, "s");
        try (House house = ground.house()) {
            new ReplayBenchmark(house).measure(events);
        }
    }

    private void measure(long events) throws SQLException {
        long start = System.nanoTime();
        settle();
        Report.figure("all built for the first time in", (System.nanoTime() - start) / 1e9, "s");
        ReplayFloor floor = new ReplayFloor(house.room(HikariDataSource.class));
        for (String name : names()) {
            double rate = 0;
            double plain = 0;
            HeapPeak.forget();
            for (int round = 0; round < ROUNDS; round++) {
                rate += rebuild(name, events) / ROUNDS;
                plain += floor.perSecond() / ROUNDS;
            }
            Report.rate(name, rate, plain, "events/s");
            Report.figure(
                    "  in %.1f s, heap after collections at most".formatted(events / rate),
                    HeapPeak.megabytes(),
                    "MB");
        }
    }

    private List<String> names() {
        return projections.status().items().stream()
                .map(ProjectionStatus::name)
                .filter(name -> ONLY.contains("") || ONLY.contains(name))
                .toList();
    }

    /**
     * Waits until the live read models have caught up, so that nothing else runs while we measure.
     */
    private void settle() {
        while (projections.status().items().stream().anyMatch(one -> one.position() < one.head())) {
            pause();
        }
        // or the database takes in what was written here while others are timed
        house.room(JdbcClient.class).sql("vacuum analyze").update();
        house.room(JdbcClient.class).sql("checkpoint").update();
    }

    /** Events a second from the order to rebuild until readers see the new generation. */
    private double rebuild(String name, long events) {
        int before = status(name).generation();
        long start = System.nanoTime();
        projections.rebuild(name);
        Steps steps = new Steps(start);
        while (status(name).generation() == before) {
            steps.see(status(name));
            pause();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        steps.end();
        return events / seconds;
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

    private static long number(String variable, long otherwise) {
        return Long.parseLong(System.getenv().getOrDefault(variable, String.valueOf(otherwise)));
    }

    /** How long a rebuild took for what: filling, indexing, comparing. */
    private static final class Steps {

        private final StringBuilder told = new StringBuilder();
        private String state = "fill";
        private long since;

        Steps(long since) {
            this.since = since;
        }

        void see(ProjectionStatus status) {
            String now = status.rebuild() == null ? state : status.rebuild().state();
            if (now.equals("running") || now.equals(state)) {
                return;
            }
            tell();
            state = now;
        }

        private void tell() {
            long now = System.nanoTime();
            told.append(String.format(Locale.ROOT, " %s %.1f s", state, (now - since) / 1e9));
            since = now;
        }

        void end() {
            tell();
            System.out.println("   " + told);
        }
    }
}
