package io.daybook.query.platform;

import io.daybook.messages.audit.ProjectionList;
import io.daybook.messages.audit.RowDifferences;
import io.daybook.platform.bus.Fault;
import io.daybook.platform.log.LogToken;
import io.daybook.query.platform.Generation.Cause;
import io.daybook.query.platform.Generation.State;

import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Every projection of this node: feeds the live generations, builds new ones beside them and swaps
 * them in. What is ordered is noted in the database; every node looks there five times a second and
 * does its part, so that orders outlast restarts and hold for all nodes. A projection that is
 * declared differently than when it was built is built anew by itself.
 */
public final class Projections implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Projections.class);
    private static final Duration CHECK = Duration.ofMillis(200);

    private final List<Projection> projections;
    private final Generations generations;
    private final GenerationRows rows;
    private final StoredTokens tokens;
    private final Feeders feeders;
    private final Builds builds;
    private final Readers readers;
    private final Overview overview;
    private final ProjectionOrders orders;
    private final Adaptation adaptation;
    private final Readiness readiness;
    private final Differences differences;
    private @Nullable ScheduledExecutorService watch;

    Projections(
            List<Projection> projections,
            Generations generations,
            GenerationRows rows,
            StoredTokens tokens,
            Feeders feeders,
            Builds builds,
            Overview overview,
            ProjectionOrders orders,
            Adaptation adaptation,
            Readiness readiness,
            Differences differences) {
        this.projections = projections;
        this.generations = generations;
        this.rows = rows;
        this.tokens = tokens;
        this.feeders = feeders;
        this.builds = builds;
        this.readers = new Readers(projections, feeders, tokens);
        this.overview = overview;
        this.orders = orders;
        this.adaptation = adaptation;
        this.readiness = readiness;
        this.differences = differences;
    }

    @Override
    public synchronized void start() {
        projections.forEach(this::prepare);
        List<Generation> all = rows.all();
        readiness.note(all, tokens.all());
        feeders.tend(all);
        watch =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("projections").daemon().factory());
        var unused =
                watch.scheduleWithFixedDelay(
                        this::look, 0, CHECK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Builds a projection anew from the log beside the live one; does nothing when that is under
     * way already.
     */
    public void rebuild(String name) {
        find(name).ifPresent(projection -> generations.create(projection, Cause.REQUESTED));
    }

    /**
     * Waits until the projections that answer a query have read the event at a position; false when
     * it takes too long.
     */
    public boolean await(Class<?> query, long position, Duration patience)
            throws InterruptedException {
        return readers.await(query, position, patience);
    }

    /** Refuses a query whose answer would come from a read model that cannot be shown yet. */
    void requireReady(Class<?> query) {
        readiness.require(query);
    }

    /** How far the rows have been read that readers of a projection see at this very moment. */
    public Optional<LogToken> reached(String projection) {
        return tokens.ofLive(projection) instanceof LogToken token
                ? Optional.of(token)
                : Optional.empty();
    }

    /** What is ordered for generations and dead letters. */
    public ProjectionOrders orders() {
        return orders;
    }

    /** How every projection stands. */
    public ProjectionList status() {
        return overview.of(feeders, builds);
    }

    /** How the first differing rows of a rebuild differ from the live ones, as they are now. */
    public RowDifferences differences(String name) {
        return find(name).map(differences::of).orElseGet(() -> new RowDifferences(List.of()));
    }

    private void prepare(Projection projection) {
        Optional<Generation> live = rows.find(State.LIVE, projection.name());
        if (live.isEmpty()) {
            // Nobody has read it yet: it is live, though not shown before it is filled.
            generations.swap(projection, generations.create(projection, Cause.FIRST));
            return;
        }
        rows.find(State.BUILDING, projection.name())
                .filter(next -> !next.fits(projection))
                .ifPresent(generations::drop);
        if (!live.get().fits(projection)) {
            adaptation.of(projection, live.get(), generations.create(projection, Cause.DECLARED));
        }
    }

    // Where somebody read the tables of another version for too long when this node started.
    private void adapt(List<Generation> all) {
        for (Generation live : all) {
            if (live.state() == State.LIVE && adaptation.isInVain(live)) {
                find(live.projection())
                        .ifPresent(
                                projection ->
                                        rows.find(State.BUILDING, live.projection())
                                                .ifPresent(
                                                        next ->
                                                                adaptation.of(
                                                                        projection, live, next)));
            }
        }
    }

    private void look() {
        try {
            List<Generation> all = rows.all();
            adapt(all);
            feeders.tend(all);
            Map<String, TrackingToken> reached =
                    all.stream().anyMatch(Generation::isUnderConstruction)
                            ? tokens.all()
                            : Map.of();
            readiness.note(all, reached);
            if (!reached.isEmpty()) {
                overview.watch(all, reached);
                builds.advance(all, reached);
            }
        } catch (RuntimeException e) {
            LOG.warn("Projections cannot be looked after; trying again: {}", Fault.words(e));
        }
    }

    private Optional<Projection> find(String name) {
        return projections.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    @Override
    public synchronized void stop() {
        if (watch != null) {
            watch.shutdownNow();
            watch = null;
        }
        builds.stop();
        feeders.stop();
    }

    @Override
    public synchronized boolean isRunning() {
        return watch != null;
    }
}
