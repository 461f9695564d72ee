package io.daybook.benchmarks;

import io.daybook.messages.assistant.DashboardFigures;
import io.daybook.messages.assistant.FiguresOfUser;
import io.daybook.messages.audit.AuditEntries;
import io.daybook.messages.audit.AuditFilter;
import io.daybook.messages.audit.AuditPage;
import io.daybook.messages.projects.Project;
import io.daybook.messages.projects.ProjectPage;
import io.daybook.messages.projects.ProjectsOfUser;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Pages that people look at: own projects after a change, own activity, the whole history, the
 * dashboard. Each remembers what was seen before it began, and counts who sees less.
 */
final class Reads {

    private static final int LIMIT = 50;

    private final House house;
    private final List<Renames.Person> people;
    private final Map<String, Long> seen = new ConcurrentHashMap<>();
    private final AtomicInteger regressions = new AtomicInteger();
    private Map<String, List<Double>> times = new TreeMap<>();

    Reads(House house, Renames renames) {
        this.house = house;
        this.people = renames.people();
    }

    /** Reads one page that was due at a time (ns). */
    void once(long due) {
        Renames.Person reader = people.get(ThreadLocalRandom.current().nextInt(people.size()));
        switch (ThreadLocalRandom.current().nextInt(5)) {
            case 0 -> note("own projects, after a change", due, () -> projects(reader, true));
            case 1 -> note("own projects", due, () -> projects(reader, false));
            case 2 -> note("own activity", due, () -> history(reader.id()));
            case 3 -> note("the whole history", due, () -> history(null));
            default -> note("dashboard", due, () -> figures(reader));
        }
    }

    /** How often somebody saw less than had been seen. */
    int regressions() {
        return regressions.get();
    }

    /** Sorted milliseconds by page since the last call. */
    synchronized Map<String, double[]> times() {
        Map<String, double[]> found = new TreeMap<>();
        times.forEach(
                (page, all) ->
                        found.put(
                                page,
                                all.stream().mapToDouble(Double::doubleValue).sorted().toArray()));
        times = new TreeMap<>();
        return found;
    }

    private void note(String page, long due, Runnable read) {
        read.run();
        double millis = (System.nanoTime() - due) / 1e6;
        synchronized (this) {
            times.computeIfAbsent(page, none -> new ArrayList<>()).add(millis);
        }
    }

    // The version of a project never goes back, and is there once its change was acknowledged.
    private void projects(Renames.Person reader, boolean afterChange) {
        Map<String, Long> before = Map.copyOf(seen);
        ProjectPage page =
                house.ask(
                        new ProjectsOfUser(reader.id(), false, LIMIT, null),
                        ProjectPage.class,
                        afterChange ? reader.wrote() : -1);
        if (page.items().isEmpty()) {
            regressions.incrementAndGet();
        }
        for (Project project : page.items()) {
            noLess(before, project.projectId().toString(), project.version());
        }
    }

    private void history(@Nullable UUID reader) {
        Map<String, Long> before = Map.copyOf(seen);
        AuditPage page =
                house.ask(
                        new AuditEntries(reader, AuditFilter.NONE, null, LIMIT, null),
                        AuditPage.class,
                        -1);
        noLess(before, "history of " + reader, page.items().getFirst().position());
    }

    private void figures(Renames.Person reader) {
        Map<String, Long> before = Map.copyOf(seen);
        DashboardFigures figures =
                house.ask(new FiguresOfUser(reader.id()), DashboardFigures.class, reader.wrote());
        noLess(before, "projects of " + reader.id(), figures.projects());
    }

    private void noLess(Map<String, Long> before, String what, long now) {
        if (now < before.getOrDefault(what, 0L)) {
            regressions.incrementAndGet();
        }
        seen.merge(what, now, Math::max);
    }
}
