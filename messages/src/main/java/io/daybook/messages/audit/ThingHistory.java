package io.daybook.messages.audit;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/**
 * A thing as it was at a moment, among its events: those around the moment, of which the first has
 * the given index among all; {@code previous} and {@code next} are the positions of its events
 * before the one that made this state, and after it.
 */
public record ThingHistory(
        String kind,
        UUID id,
        UUID ownerId,
        @Nullable String ownerName,
        LogMoment head,
        ThingState then,
        List<PastEvent> events,
        int firstIndex,
        int total,
        LogMoment begin,
        LogMoment end,
        @Nullable Long previous,
        @Nullable Long next,
        @Nullable Comparison comparison) {

    /** Two moments of the thing, the earlier one first, and what happened to it between them. */
    public record Comparison(
            ThingState earlier, ThingState later, List<PastEvent> between, int total) {}
}
