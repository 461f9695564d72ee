package io.daybook.benchmarks;

import com.zaxxer.hikari.HikariDataSource;

import io.daybook.messages.Actor;
import io.daybook.messages.projects.CreateProject;
import io.daybook.messages.projects.RenameProject;
import io.daybook.platform.Identifiers;
import io.daybook.query.platform.Projections;

import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Commands a second, with encryption and metadata on, beside the same rows by plain JDBC from the
 * same pool with as many callers.
 */
final class CommandBenchmark {

    private static final int[] CALLERS = {1, 8, 32};
    private static final int PROJECTS = 1_000;
    private static final int ROUNDS = 3;
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration TIME = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final House house;
    private final Actor owner =
            new Actor(Identifiers.next(), Identifiers.next(), false, "192.0.2.7");
    private final BlockingQueue<UUID> projects = new ArrayBlockingQueue<>(PROJECTS);

    CommandBenchmark(House house) {
        this.house = house;
    }

    void run() throws SQLException {
        for (int project = 0; project < PROJECTS; project++) {
            UUID id = Identifiers.next();
            house.send(new CreateProject(id, "Benchmark", null), owner);
            projects.add(id);
        }
        HikariDataSource pool = house.room(HikariDataSource.class);
        rename();
        AppendFloor created = AppendFloor.like(pool, "projects.ProjectCreated");
        AppendFloor renamed = AppendFloor.like(pool, "projects.ProjectRenamed");
        Projections projections = house.room(Projections.class);
        projections.stop();
        Load.perSecond(8, WARM_UP, this::create);
        Load.perSecond(8, WARM_UP, this::rename);
        Load.perSecond(8, WARM_UP, renamed);
        Report.title("Commands, read models standing still");
        for (int callers : CALLERS) {
            compare("create a project, " + callers + " callers", callers, this::create, created);
            compare("rename a project, " + callers + " callers", callers, this::rename, renamed);
        }
        projections.start();
        Report.title("Commands, all read models following on the same processors");
        for (int callers : CALLERS) {
            compare("rename a project, " + callers + " callers", callers, this::rename, renamed);
        }
    }

    private void compare(String what, int callers, Load.Work work, Load.Work floor) {
        double house = 0;
        double plain = 0;
        double behind = 0;
        // turn and turn about, so that what the machine does besides meets both
        for (int round = 0; round < ROUNDS; round++) {
            haveRead();
            house += Load.perSecond(callers, TIME, work) / ROUNDS;
            long written = System.nanoTime();
            haveRead();
            behind += (System.nanoTime() - written) / 1e9 / ROUNDS;
            plain += Load.perSecond(callers, TIME, floor) / ROUNDS;
        }
        Report.rate(what, house, plain, "commands/s");
        if (this.house.room(Projections.class).isRunning()) {
            Report.figure("  then until everybody has read it", behind, "s");
        }
    }

    /** Nobody who follows is still busy with what was done before. */
    private void haveRead() {
        Projections projections = house.room(Projections.class);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (projections.isRunning()
                && projections.status().items().stream()
                        .anyMatch(status -> status.position() < status.head())) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The read models do not come to the end");
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private void create() {
        house.send(new CreateProject(Identifiers.forNew(), "Quarterly figures", null), owner);
    }

    private void rename() {
        UUID project = projects.remove();
        house.send(new RenameProject(project, null, name(), null), owner);
        projects.add(project);
    }

    /** Another name each time: a name that does not change is no event. */
    private static String name() {
        return "Figures " + System.nanoTime();
    }
}
