package io.daybook.messages.audit;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * The event at the head of a parked sequence: what keeps the group from taking it in, how often
 * that was tried, and how many events of the same thing wait behind it. Position and sentence are
 * absent when the history does not know the event.
 */
public record DeadLetter(
        String group,
        UUID sequence,
        UUID eventId,
        String type,
        @Nullable Long position,
        @Nullable Instant at,
        @Nullable String sentence,
        String error,
        int attempts,
        Instant parkedAt,
        Instant triedAt,
        long behind) {}
