package io.daybook.messages.audit;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * How a projection stands: positions are those of the log; parked is the number of events that wait
 * as dead letters of the live generation; the last comparison is the one that was made before the
 * live generation was swapped in.
 */
public record ProjectionStatus(
        String name,
        String description,
        int generation,
        String state,
        long position,
        long head,
        @Nullable String error,
        Instant updatedAt,
        long parked,
        @Nullable GenerationComparison comparison,
        @Nullable RebuildStatus rebuild,
        @Nullable OldGeneration old) {}
