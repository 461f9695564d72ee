package io.daybook.query.platform;

import io.daybook.messages.audit.GenerationComparison;
import io.daybook.platform.bus.Fault;
import io.daybook.query.platform.Generation.Cause;
import io.daybook.query.platform.Generation.State;

import org.axonframework.eventhandling.TrackingToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Brings rebuilds to their end: once one is caught up it is compared with the live generation and
 * swapped in. One that was asked for and differs waits for an administrator; one that is due to a
 * new declaration, or is a return, does not.
 */
final class Builds {

    private static final Logger LOG = LoggerFactory.getLogger(Builds.class);

    private final Map<String, Projection> projections;
    private final Generations generations;
    private final GenerationRows rows;
    private final Feeders feeders;
    private final Indexing indexing;
    private final Comparer comparer;
    private final Adaptation adaptation;
    private final Map<String, Step> work = new ConcurrentHashMap<>();
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("rebuilds").daemon().factory());

    Builds(
            Map<String, Projection> projections,
            Generations generations,
            GenerationRows rows,
            Feeders feeders,
            Indexing indexing,
            Comparer comparer,
            Adaptation adaptation) {
        this.projections = projections;
        this.generations = generations;
        this.rows = rows;
        this.feeders = feeders;
        this.indexing = indexing;
        this.comparer = comparer;
        this.adaptation = adaptation;
    }

    /** Takes everything that is built on this node a step on. */
    void advance(List<Generation> all, Map<String, TrackingToken> reached) {
        for (Generation next : all) {
            Projection projection = projections.get(next.projection());
            Optional<Feeder> feeder = feeders.of(next).filter(Builds::isFilled);
            if (next.isUnderConstruction() && projection != null && feeder.isPresent()) {
                if (!next.indexed()) {
                    long position = LogTokens.positionOf(reached.get(next.processor()));
                    once(
                            new Step(Step.Kind.INDEXING),
                            next,
                            step -> index(projection, next, feeder.get(), position));
                } else {
                    all.stream()
                            .filter(one -> one.state() == State.LIVE)
                            .filter(one -> one.projection().equals(next.projection()))
                            .filter(live -> covers(reached, next, live))
                            .findFirst()
                            .ifPresent(live -> finish(projection, live, next, feeder.get()));
                }
            }
        }
    }

    private static boolean isFilled(Feeder feeder) {
        return feeder.works() && feeder.feed().error() == null;
    }

    /** What is done with a rebuild on this node beside reading the log: indexing, comparing. */
    Optional<Step> work(Generation next) {
        return Optional.ofNullable(work.get(next.processor()));
    }

    void stop() {
        worker.shutdownNow();
    }

    private static boolean covers(
            Map<String, TrackingToken> reached, Generation next, Generation live) {
        return LogTokens.covers(reached.get(next.processor()), reached.get(live.processor()));
    }

    private void finish(Projection projection, Generation live, Generation next, Feeder feeder) {
        if (isToBeCompared(next)) {
            once(
                    new Step(Step.Kind.COMPARING),
                    next,
                    step -> compare(projection, live, next, feeder, step));
        } else if (isWanted(next)) {
            swap(projection, live, next);
        }
    }

    private void once(Step step, Generation next, Consumer<Step> done) {
        if (work.putIfAbsent(next.processor(), step) == null) {
            worker.execute(
                    () -> {
                        try {
                            done.accept(step);
                        } catch (RuntimeException e) {
                            LOG.warn(
                                    "A rebuild was not finished; trying again: {}", Fault.words(e));
                        } finally {
                            work.remove(next.processor());
                        }
                    });
        }
    }

    // Nothing is read meanwhile: a batch would wait for longer than a transaction may last.
    private void index(Projection projection, Generation next, Feeder feeder, long position) {
        feeder.gate().shut();
        try {
            rows.read(next, Math.max(0, position));
            indexing.of(projection, next);
        } finally {
            feeder.gate().open();
        }
    }

    private static boolean isToBeCompared(Generation next) {
        return next.comparison() == null && next.cause() != Cause.RETURNED;
    }

    private static boolean isWanted(Generation next) {
        GenerationComparison comparison = next.comparison();
        return next.cause() != Cause.REQUESTED
                || next.accepted()
                || (comparison != null && comparison.same());
    }

    private void compare(
            Projection projection, Generation live, Generation next, Feeder feeder, Step step) {
        Optional<GenerationComparison> found =
                adaptation.lets(projection, live)
                        ? comparer.compare(projection, live, next, feeder.gate(), step)
                        : Optional.empty();
        found.ifPresent(comparison -> rows.compared(next, comparison));
        if (found.isEmpty() && next.cause() == Cause.DECLARED && !canBeFed(projection, live)) {
            swap(projection, live, next); // it stands still: nothing to wait for
        }
        found.filter(comparison -> !comparison.same())
                .ifPresent(
                        comparison ->
                                LOG.warn(
                                        "Generation {} of projection {} differs from the live one",
                                        next.number(),
                                        next.projection()));
    }

    /** Whether a live generation gets on, be it that it was declared by another version. */
    private boolean canBeFed(Projection projection, Generation live) {
        return live.fits(projection)
                || (adaptation.lets(projection, live)
                        && feeders.of(live).map(Feeder::feed).map(Feed::error).isEmpty());
    }

    private void swap(Projection projection, Generation live, Generation next) {
        List<Generation> going = new ArrayList<>(rows.in(State.OLD, projection.name()));
        if (!adaptation.lets(projection, live)) {
            going.add(live); // nobody feeds it, so it would not forget who is erased
        }
        if (generations.swap(projection, next)) {
            // The generation before stays for a return; those before it go.
            going.forEach(this::drop);
            LOG.info("Projection {} now is generation {}", next.projection(), next.number());
        }
    }

    // Whoever still writes to its tables ends before they go.
    private void drop(Generation old) {
        feeders.stop(old);
        generations.drop(old);
    }
}
