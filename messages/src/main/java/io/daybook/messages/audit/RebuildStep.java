package io.daybook.messages.audit;

import org.jspecify.annotations.Nullable;

/**
 * What a rebuild is about: reading (the log, by position), indexing (counted in indexes) or
 * comparing (counted in tables, with the name of the one that is looked at); how far it is as a
 * share of 1 and the seconds that it still takes, where that is known.
 */
public record RebuildStep(
        String name,
        long done,
        long total,
        @Nullable String part,
        @Nullable Double share,
        @Nullable Long secondsLeft) {}
