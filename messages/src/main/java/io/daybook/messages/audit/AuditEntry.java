package io.daybook.messages.audit;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * One event as a person reads it; the sentence is absent when it spoke of somebody who was erased.
 */
public record AuditEntry(
        long position,
        UUID eventId,
        Instant at,
        String type,
        String revision,
        UUID aggregateId,
        String aggregateType,
        long sequence,
        String actorKind,
        @Nullable UUID actorId,
        @Nullable String actorName,
        @Nullable UUID sessionId,
        @Nullable String address,
        @Nullable String sentence,
        @Nullable String correlationId,
        @Nullable String causationId) {}
