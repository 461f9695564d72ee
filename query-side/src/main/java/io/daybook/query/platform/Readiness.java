package io.daybook.query.platform;

import io.daybook.messages.Refusal;
import io.daybook.query.platform.Generation.State;

import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Refuses questions to read models that would be answered with half of the truth or not at all:
 * those that are filled for the first time from a long log, and those whose tables this version
 * cannot read before they are built anew.
 */
final class Readiness {

    private final List<Projection> projections;
    private final Adaptation adaptation;
    private final LongSupplier head;
    private volatile Map<String, String> refusals = Map.of();

    Readiness(List<Projection> projections, Adaptation adaptation, LongSupplier head) {
        this.projections = projections;
        this.adaptation = adaptation;
        this.head = head;
    }

    /** Notes which cannot be shown, and how far they are. */
    void note(List<Generation> all, Map<String, TrackingToken> reached) {
        Map<String, String> now = new HashMap<>();
        for (Generation live : all) {
            if (live.state() == State.LIVE) {
                awaited(live, all)
                        .ifPresent(
                                one ->
                                        now.put(
                                                live.projection(),
                                                sentence(
                                                        live.projection(),
                                                        reached.get(one.processor()))));
            }
        }
        refusals = Map.copyOf(now);
    }

    /** The generation that a live one waits for before it can be shown: itself or the next one. */
    private Optional<Generation> awaited(Generation live, List<Generation> all) {
        if (live.isFirstFilling()) {
            return Optional.of(live);
        }
        return adaptation.isInVain(live)
                ? all.stream()
                        .filter(one -> one.state() == State.BUILDING)
                        .filter(one -> one.projection().equals(live.projection()))
                        .findFirst()
                        .or(() -> Optional.of(live))
                : Optional.empty();
    }

    private String sentence(String projection, @Nullable TrackingToken reached) {
        long all = Math.max(1, head.getAsLong());
        long read = Math.clamp(LogTokens.positionOf(reached), 0, all);
        return "The read model “%s” is being built from the log; %d %% of the log is read. Try again later."
                .formatted(projection, 100 * read / all);
    }

    /** Refuses a question whose answer would come from one of them. */
    void require(Class<?> query) {
        Map<String, String> now = refusals;
        if (now.isEmpty()) {
            return;
        }
        for (Projection projection : projections) {
            String refusal = now.get(projection.name());
            if (refusal != null && projection.queries().contains(query)) {
                throw new Refusal(Refusal.Kind.BUSY, "read-model-being-rebuilt", refusal);
            }
        }
    }
}
