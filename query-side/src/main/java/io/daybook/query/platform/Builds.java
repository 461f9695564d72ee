package io.daybook.query.platform;

import io.daybook.messages.audit.GenerationComparison;
import io.daybook.query.platform.Generation.Cause;
import io.daybook.query.platform.Generation.State;

import org.axonframework.eventhandling.TrackingToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Brings rebuilds to their end: once one is caught up it is compared with the live generation and
 * swapped in. One that was asked for and differs waits for an administrator; one that is due to a
 * new declaration, or is a return, does not.
 */
final class Builds {

    private static final Logger LOG = LoggerFactory.getLogger(Builds.class);

    private final Map<String, Projection> projections;
    private final Generations generations;
    private final Feeders feeders;
    private final Comparer comparer;
    private final Set<String> comparing = ConcurrentHashMap.newKeySet();
    private final ExecutorService comparers =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("comparer").daemon().factory());

    Builds(
            Map<String, Projection> projections,
            Generations generations,
            Feeders feeders,
            Comparer comparer) {
        this.projections = projections;
        this.generations = generations;
        this.feeders = feeders;
        this.comparer = comparer;
    }

    /** Takes every rebuild of this node a step on. */
    void advance(List<Generation> all, Map<String, TrackingToken> reached) {
        for (Generation next : all) {
            Projection projection = projections.get(next.projection());
            Optional<Feeder> feeder = feeders.of(next);
            if (next.state() == State.BUILDING
                    && projection != null
                    && feeder.isPresent()
                    && feeder.get().works()
                    && feeder.get().feed().error() == null) {
                all.stream()
                        .filter(one -> one.state() == State.LIVE)
                        .filter(one -> one.projection().equals(next.projection()))
                        .filter(live -> covers(reached, next, live))
                        .findFirst()
                        .ifPresent(live -> finish(projection, live, next, feeder.get()));
            }
        }
    }

    /** Whether a rebuild is being compared on this node. */
    boolean compares(Generation next) {
        return comparing.contains(next.processor());
    }

    void stop() {
        comparers.shutdownNow();
    }

    private static boolean covers(
            Map<String, TrackingToken> reached, Generation next, Generation live) {
        return LogTokens.covers(reached.get(next.processor()), reached.get(live.processor()));
    }

    private void finish(Projection projection, Generation live, Generation next, Feeder feeder) {
        if (isToBeCompared(next)) {
            if (comparing.add(next.processor())) {
                comparers.execute(() -> compare(projection, live, next, feeder));
            }
        } else if (isWanted(next)) {
            swap(projection, next);
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

    private void compare(Projection projection, Generation live, Generation next, Feeder feeder) {
        try {
            Optional<GenerationComparison> found =
                    comparer.compare(projection, live, next, feeder.gate());
            found.ifPresent(comparison -> generations.compared(next, comparison));
            if (found.isEmpty() && next.cause() == Cause.DECLARED) {
                // A live generation that this version cannot feed stands still: nothing to wait
                // for.
                swap(projection, next);
            }
            found.filter(comparison -> !comparison.same())
                    .ifPresent(
                            comparison ->
                                    LOG.warn(
                                            "Generation {} of projection {} differs from the live"
                                                    + " one",
                                            next.number(),
                                            next.projection()));
        } catch (RuntimeException e) {
            LOG.warn("A rebuilt projection could not be compared; trying again", e);
        } finally {
            comparing.remove(next.processor());
        }
    }

    private void swap(Projection projection, Generation next) {
        List<Generation> older = generations.in(State.OLD, projection.name());
        if (generations.swap(projection, next)) {
            // The generation before stays for a return; those before it go.
            older.forEach(generations::drop);
            LOG.info("Projection {} now is generation {}", next.projection(), next.number());
        }
    }
}
