package io.daybook.benchmarks;

import io.daybook.messages.assistant.FiguresOfUser;
import io.daybook.messages.assistant.RunById;
import io.daybook.messages.audit.AuditTrailOf;
import io.daybook.messages.audit.HistoryFiltersOfUser;
import io.daybook.messages.audit.SystemOverview;
import io.daybook.messages.connections.ConnectionById;
import io.daybook.messages.identity.SessionsOfUser;
import io.daybook.messages.identity.UserProfileById;
import io.daybook.messages.projects.ProjectById;
import io.daybook.query.platform.Projections;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Milliseconds from the acknowledgement of an event until the read models show it, all of them
 * following a thousand events a second. Somebody who waits for an event has it taken in at once;
 * where nobody waits, events are taken in together.
 */
final class LagBenchmark {

    private static final int EVENTS_PER_SECOND = 1_000;
    private static final int READERS_PER_SECOND = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration TIME = Duration.ofSeconds(20);

    /** Answered from one read model or a few; together from all. */
    private static final List<Class<?>> QUERIES =
            List.of(
                    UserProfileById.class,
                    SessionsOfUser.class,
                    ProjectById.class,
                    ConnectionById.class,
                    RunById.class,
                    FiguresOfUser.class,
                    AuditTrailOf.class,
                    HistoryFiltersOfUser.class,
                    SystemOverview.class);

    private final House house;

    LagBenchmark(House house) {
        this.house = house;
    }

    void run() throws SQLException {
        Renames renames = new Renames(house, 50);
        try (Pressure warm = new Pressure(EVENTS_PER_SECOND, due -> renames.once())) {
            LockSupport.parkNanos(WARM_UP.toNanos());
            System.out.printf("warm at %.0f events/s%n", warm.rate());
        }
        nobodyWaits(renames);
        somebodyWaits(renames);
    }

    private void nobodyWaits(Renames renames) throws SQLException {
        Report.title("Lag of the read models at 1,000 events/s, nobody waiting");
        Sightings sightings = new Sightings(house.postgres());
        try (sightings;
                Pressure writing =
                        new Pressure(
                                EVENTS_PER_SECOND, due -> sightings.acknowledged(renames.once()))) {
            LockSupport.parkNanos(TIME.toNanos());
            Report.figure("acknowledged", writing.rate(), "events/s");
        }
        sightings.lags().forEach(Report::quantiles);
    }

    private void somebodyWaits(Renames renames) {
        Report.title("The same, as seen by one who waits for each twentieth event");
        Projections projections = house.room(Projections.class);
        Queue<Double> lags = new ConcurrentLinkedQueue<>();
        try (Pressure writing =
                        new Pressure(
                                EVENTS_PER_SECOND - READERS_PER_SECOND, due -> renames.once());
                Pressure reading =
                        new Pressure(
                                READERS_PER_SECOND,
                                due -> {
                                    long position = renames.once();
                                    long acknowledged = System.nanoTime();
                                    if (!projections.await(any(), position, PATIENCE)) {
                                        throw new IllegalStateException("Never shown");
                                    }
                                    lags.add((System.nanoTime() - acknowledged) / 1e6);
                                })) {
            LockSupport.parkNanos(TIME.toNanos());
            Report.figure("acknowledged", writing.rate() + reading.rate(), "events/s");
            Report.figure("never shown", reading.failed(), "");
        }
        Report.quantiles(
                "waiting", lags.stream().mapToDouble(Double::doubleValue).sorted().toArray());
    }

    private static Class<?> any() {
        return QUERIES.get(ThreadLocalRandom.current().nextInt(QUERIES.size()));
    }
}
