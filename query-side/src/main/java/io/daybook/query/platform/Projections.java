package io.daybook.query.platform;

import io.daybook.messages.audit.ProjectionList;
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
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

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
    private final StoredTokens tokens;
    private final Feeders feeders;
    private final Builds builds;
    private final Readers readers;
    private final Overview overview;
    private final Parking parking;
    private @Nullable ScheduledExecutorService watch;

    Projections(
            List<Projection> projections,
            Generations generations,
            StoredTokens tokens,
            Feeders feeders,
            Builds builds,
            Overview overview,
            Parking parking) {
        this.projections = projections;
        this.generations = generations;
        this.tokens = tokens;
        this.feeders = feeders;
        this.builds = builds;
        this.readers = new Readers(projections, feeders, tokens);
        this.overview = overview;
        this.parking = parking;
    }

    @Override
    public synchronized void start() {
        projections.forEach(this::prepare);
        feeders.tend(generations.all());
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

    /** Lets a rebuild rest where it is. */
    public void pause(String name, int generation) {
        with(name, generation, State.BUILDING, generations::pause);
    }

    /** Lets a resting rebuild go on. */
    public void resume(String name, int generation) {
        with(name, generation, State.BUILDING, generations::resume);
    }

    /** Gives up a rebuild; one that was a return stays the generation before. */
    public void cancel(String name, int generation) {
        with(
                name,
                generation,
                State.BUILDING,
                next -> {
                    if (next.cause() == Cause.RETURNED) {
                        generations.stayBehind(next);
                    } else {
                        generations.drop(next);
                    }
                });
    }

    /** Swaps a rebuild in although it differs from the live generation. */
    public void accept(String name, int generation) {
        with(name, generation, State.BUILDING, generations::accept);
    }

    /** Shows the generation before to the readers again, unless a rebuild is under way. */
    public void comeBack(String name, int generation) {
        if (generations.find(State.BUILDING, name).isEmpty()) {
            with(name, generation, State.OLD, generations::comeBack);
        }
    }

    /** Drops the generation before. */
    public void drop(String name, int generation) {
        with(name, generation, State.OLD, generations::drop);
    }

    /**
     * Tries the parked events of one thing again; does nothing for groups that are none of ours.
     */
    public void retry(String processor, UUID sequence) {
        of(processor)
                .ifPresent(
                        found -> parking.retry(found.projection(), found.generation(), sequence));
    }

    /** Passes over the first parked event of one thing and tries those behind it. */
    public void skip(String processor, UUID sequence, UUID event) {
        of(processor)
                .ifPresent(
                        found ->
                                parking.skip(
                                        found.projection(), found.generation(), sequence, event));
    }

    /**
     * Waits until the projections that answer a query have read the event at a position; false when
     * it takes too long.
     */
    public boolean await(Class<?> query, long position, Duration patience)
            throws InterruptedException {
        return readers.await(query, position, patience);
    }

    /** How every projection stands. */
    public ProjectionList status() {
        return overview.of(feeders, builds);
    }

    private void prepare(Projection projection) {
        Optional<Generation> live = generations.find(State.LIVE, projection.name());
        if (live.isEmpty()) {
            // Nobody has read it yet, so it can be read while it is built.
            generations.swap(projection, generations.create(projection, Cause.FIRST));
            return;
        }
        generations
                .find(State.BUILDING, projection.name())
                .filter(next -> !next.fits(projection))
                .ifPresent(generations::drop);
        if (!live.get().fits(projection)) {
            generations.create(projection, Cause.DECLARED);
        }
    }

    private void look() {
        try {
            List<Generation> all = generations.all();
            Map<String, TrackingToken> reached = tokens.all();
            feeders.tend(all);
            overview.watch(all, reached);
            builds.advance(all, reached);
        } catch (RuntimeException e) {
            LOG.warn("The projections could not be looked after; trying again", e);
        }
    }

    private void with(String name, int number, State state, Consumer<Generation> order) {
        generations
                .find(state, name)
                .filter(generation -> generation.number() == number)
                .ifPresent(order);
    }

    private Optional<Projection> find(String name) {
        return projections.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    private Optional<Fed> of(String processor) {
        return generations.all().stream()
                .filter(generation -> generation.processor().equals(processor))
                .flatMap(
                        generation ->
                                find(generation.projection()).stream()
                                        .map(projection -> new Fed(projection, generation)))
                .findFirst();
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

    private record Fed(Projection projection, Generation generation) {}
}
