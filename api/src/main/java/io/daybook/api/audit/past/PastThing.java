package io.daybook.api.audit.past;

import io.daybook.api.platform.Caller;
import io.daybook.messages.audit.LogMoment;
import io.daybook.messages.audit.PastEvent;
import io.daybook.messages.audit.ThingHistory;
import io.daybook.messages.audit.ThingState;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.UUID;

/**
 * A thing as it was: the state as its pages show it (of a deleted one what was seen last), the
 * events around the moment, the positions of the event before and after, and what differs from
 * another moment if one was named. What was changed by the events at the positions {@code leftOut}
 * is missing: the read model could not take them in.
 */
public record PastThing(
        String kind,
        UUID id,
        Owner owner,
        LogMoment moment,
        LogMoment head,
        @Nullable JsonNode state,
        @Nullable LogMoment deleted,
        @Nullable PastEvent event,
        Events events,
        LogMoment begin,
        LogMoment end,
        @Nullable Long previous,
        @Nullable Long next,
        List<Long> leftOut,
        @Nullable Comparison comparison) {

    /** Whose it is; the name is absent when they were erased. */
    public record Owner(UUID id, @Nullable String name) {}

    /** Events around the moment: the first one shown has this index among all. */
    public record Events(List<PastEvent> items, int firstIndex, int total) {}

    /** One of two moments. */
    public record Side(LogMoment moment, @Nullable JsonNode state, @Nullable LogMoment deleted) {}

    /** Two moments, the earlier one first; of many events between them the first ones are shown. */
    public record Comparison(
            Side earlier, Side later, List<Change> changes, List<PastEvent> events, int total) {}

    static PastThing of(ThingHistory history, Shapes shapes, Caller caller) {
        ThingHistory.Comparison comparison = history.comparison();
        return new PastThing(
                history.kind(),
                history.id(),
                new Owner(history.ownerId(), history.ownerName()),
                history.then().moment(),
                history.head(),
                shapes.show(history.then().state(), caller),
                history.then().deleted(),
                history.then().event(),
                new Events(history.events(), history.firstIndex(), history.total()),
                history.begin(),
                history.end(),
                history.previous(),
                history.next(),
                comparison == null ? history.then().leftOut() : comparison.later().leftOut(),
                comparison == null ? null : compared(comparison, shapes, caller));
    }

    private static Comparison compared(
            ThingHistory.Comparison comparison, Shapes shapes, Caller caller) {
        Side earlier = side(comparison.earlier(), shapes, caller);
        Side later = side(comparison.later(), shapes, caller);
        return new Comparison(
                earlier,
                later,
                Change.between(earlier.state(), later.state()),
                comparison.between(),
                comparison.total());
    }

    private static Side side(ThingState state, Shapes shapes, Caller caller) {
        return new Side(state.moment(), shapes.show(state.state(), caller), state.deleted());
    }
}
