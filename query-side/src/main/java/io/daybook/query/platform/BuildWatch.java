package io.daybook.query.platform;

import io.daybook.messages.audit.RebuildStatus;
import io.daybook.messages.audit.RebuildStep;

import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How rebuilds get on, as far as this node has watched them. */
final class BuildWatch {

    private final Forecast forecast;
    private final Map<String, Pace> paces = new ConcurrentHashMap<>();

    BuildWatch(Forecast forecast) {
        this.forecast = forecast;
    }

    /** Notes how far they have come, to know their pace. */
    void watch(List<Generation> all, Map<String, TrackingToken> reached) {
        for (Generation generation : all) {
            if (generation.isUnderConstruction() && !generation.paused()) {
                paces.computeIfAbsent(generation.processor(), none -> new Pace())
                        .seen(
                                System.nanoTime(),
                                LogTokens.positionOf(reached.get(generation.processor())));
            } else {
                paces.remove(generation.processor());
            }
        }
    }

    /** How one stands that is at some step beside reading, or at none. */
    RebuildStatus status(
            Projection projection,
            Generation next,
            Forecast.Sight sight,
            Optional<Step> step,
            @Nullable String error,
            long parked) {
        Pace pace = paces.getOrDefault(next.processor(), new Pace());
        Forecast.Outlook outlook = forecast.of(projection, next, sight, step, pace);
        return new RebuildStatus(
                next.number(),
                next.cause().text(),
                state(next, outlook.step(), error),
                sight.position(),
                pace.perSecond(),
                outlook.step(),
                next.paused() ? null : outlook.secondsLeft(),
                error,
                next.startedAt(),
                parked,
                next.comparison());
    }

    private static String state(Generation next, RebuildStep step, @Nullable String error) {
        if (next.paused()) {
            return "paused";
        }
        if (error != null) {
            return "failed";
        }
        boolean differs =
                next.comparison() != null && !next.comparison().same() && !next.accepted();
        return differs ? "differing" : step.name().equals("reading") ? "running" : step.name();
    }
}
