package io.daybook.messages.audit;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** An event of a thing as a person reads it. */
public record PastEvent(
        long position,
        Instant at,
        String type,
        String sentence,
        String actorKind,
        @Nullable UUID actorId,
        @Nullable String actorName) {}
