package io.daybook.messages.identity;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * How the erasure of somebody stands: the step that it is at, and what kept the last try from going
 * on.
 */
public record Erasure(
        UUID userId,
        ErasureStep step,
        Instant requestedAt,
        @Nullable Instant finishedAt,
        int attempts,
        @Nullable String error) {}
