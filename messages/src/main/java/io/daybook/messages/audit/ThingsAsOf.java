package io.daybook.messages.audit;

import org.jspecify.annotations.Nullable;

/**
 * Asks for the things of a kind that there were at a moment, the newest first; with {@code ended}
 * also those that were over by then. Answered by a {@link PastThings}.
 */
public record ThingsAsOf(
        String kind, Moment at, boolean ended, int limit, @Nullable String cursor) {}
