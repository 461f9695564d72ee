package io.daybook.messages.audit;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A generation that is being built: why (the first one of a long log, requested, declared
 * differently, returned to), how it stands (running, paused, indexing, comparing, differing,
 * failed), its rate in events a second, the step that it is at, and the seconds that all of it
 * still takes, where every step's are known.
 */
public record RebuildStatus(
        int generation,
        String cause,
        String state,
        long position,
        double rate,
        RebuildStep step,
        @Nullable Long secondsLeft,
        @Nullable String error,
        Instant startedAt,
        long parked,
        @Nullable GenerationComparison comparison) {}
