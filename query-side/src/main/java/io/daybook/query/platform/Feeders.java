package io.daybook.query.platform;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The feeders of this node: one for each generation that is to be kept up. */
final class Feeders {

    private final Map<String, Projection> projections;
    private final Feeder.Supplies supplies;
    private final Adaptation adaptation;
    private final Map<String, Feeder> running = new ConcurrentHashMap<>();
    private final Map<String, Feeder> live = new ConcurrentHashMap<>();

    Feeders(Map<String, Projection> projections, Feeder.Supplies supplies, Adaptation adaptation) {
        this.projections = projections;
        this.supplies = supplies;
        this.adaptation = adaptation;
    }

    /** Starts and stops feeders, so that exactly those run that these generations need. */
    void tend(List<Generation> generations) {
        Map<String, Generation> needed = new HashMap<>();
        for (Generation generation : generations) {
            Projection projection = projections.get(generation.projection());
            if (projection != null
                    && generation.isFed(projection)
                    && adaptation.lets(projection, generation)) {
                needed.put(generation.processor(), generation);
            }
        }
        for (String processor : List.copyOf(running.keySet())) {
            if (!needed.containsKey(processor)) {
                stop(processor);
            }
        }
        needed.values().stream().sorted(mostAskedFirst()).forEach(this::feed);
    }

    // Few are filled at a time: who people are, which nearly every page waits for, comes first.
    private Comparator<Generation> mostAskedFirst() {
        return Comparator.comparing(
                        (Generation one) ->
                                Objects.requireNonNull(projections.get(one.projection()))
                                        .queries()
                                        .size())
                .reversed();
    }

    private void feed(Generation generation) {
        Feeder feeder =
                running.computeIfAbsent(generation.processor(), none -> started(generation));
        if (generation.state() == Generation.State.LIVE) {
            live.put(generation.projection(), feeder);
        } else if (generation.state() == Generation.State.BUILDING) {
            feeder.gate().knock();
        }
    }

    private Feeder started(Generation generation) {
        Projection projection = projections.get(generation.projection());
        if (projection == null) {
            throw new IllegalStateException("No projection is called " + generation.projection());
        }
        Feeder feeder = new Feeder(projection, generation, supplies);
        feeder.start(generation);
        return feeder;
    }

    /** The feeder of a generation on this node. */
    Optional<Feeder> of(Generation generation) {
        return Optional.ofNullable(running.get(generation.processor()));
    }

    /** The feeder of the generation that was live when this node last looked. */
    Optional<Feeder> live(String projection) {
        return Optional.ofNullable(live.get(projection));
    }

    /** Ends the feeder of a generation that is about to be dropped. */
    void stop(Generation generation) {
        stop(generation.processor());
    }

    void stop() {
        List.copyOf(running.keySet()).forEach(this::stop);
        live.clear();
    }

    private void stop(String processor) {
        Feeder feeder = running.remove(processor);
        if (feeder != null) {
            feeder.close();
        }
    }
}
