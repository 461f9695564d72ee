package io.daybook.messages.audit;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * Asks for a thing as it was, compared with another moment if one is given. With a reader only what
 * is theirs is there. Answered by a {@link ThingHistory}.
 */
public record HistoryOfThing(
        String kind, UUID id, Moment at, @Nullable Moment against, @Nullable UUID reader) {}
