package io.daybook.messages.audit;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * How a projection stands: positions are those of the log, rates are events per second, the rest is
 * absent unless a rebuild is under way.
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
        @Nullable Integer rebuildGeneration,
        @Nullable Long rebuildPosition,
        @Nullable Double rebuildRate,
        @Nullable Long rebuildSecondsLeft) {}
