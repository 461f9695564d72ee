package io.daybook.api.audit.past;

import io.daybook.api.platform.Caller;
import io.daybook.messages.audit.LogMoment;
import io.daybook.messages.audit.PastThings;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.UUID;

/**
 * One page of the things of a kind as of a moment, the newest first. It may be short although a
 * cursor follows: then many that were over had to be passed.
 */
public record PastPage(
        String kind,
        LogMoment moment,
        LogMoment head,
        List<PastItem> items,
        @Nullable String nextCursor) {

    /**
     * One of them, and the position of the event that made this state; incomplete when an event of
     * it could not be taken in.
     */
    public record PastItem(
            UUID id,
            PastThing.Owner owner,
            @Nullable JsonNode state,
            @Nullable LogMoment deleted,
            long changedAt,
            boolean incomplete) {}

    static PastPage of(String kind, PastThings things, Shapes shapes, Caller caller) {
        return new PastPage(
                kind,
                things.moment(),
                things.head(),
                things.items().stream()
                        .map(
                                item ->
                                        new PastItem(
                                                item.id(),
                                                new PastThing.Owner(
                                                        item.ownerId(), item.ownerName()),
                                                shapes.show(item.state(), caller),
                                                item.deleted(),
                                                item.changedAt(),
                                                item.incomplete()))
                        .toList(),
                things.nextCursor());
    }
}
