package io.daybook.messages.audit;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/**
 * One page of the things that there were at a moment. A page may be short, even empty, although
 * more follow: looking through many that were over takes its time.
 */
public record PastThings(
        LogMoment moment, LogMoment head, List<Item> items, @Nullable String nextCursor) {

    /**
     * One thing as it was, and whose it was; incomplete when some of its events could not be taken
     * in.
     */
    public record Item(
            UUID id,
            UUID ownerId,
            @Nullable String ownerName,
            Record state,
            @Nullable LogMoment deleted,
            long changedAt,
            boolean incomplete) {}
}
