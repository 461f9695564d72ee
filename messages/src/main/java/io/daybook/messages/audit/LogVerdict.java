package io.daybook.messages.audit;

import org.jspecify.annotations.Nullable;

/**
 * What a walk along the hash chain found: how many events are chained, and the position of the
 * first one that was altered, removed or inserted with what happened to it, or nothing.
 */
public record LogVerdict(
        long events, @Nullable Long firstAlteredPosition, @Nullable String finding) {}
