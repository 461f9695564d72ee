package io.daybook.messages.audit;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * One event as a person reads it; the sentence is absent when it spoke of somebody who was erased.
 * The actor is who did it, the subject whom it concerned, who may be the same person. Entries with
 * the same correlation belong to one request; the causation is the identifier of the event that
 * brought this one about, absent where a request did so itself; the command is the one that was
 * carried out.
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
        @Nullable UUID subjectId,
        @Nullable String subjectName,
        @Nullable UUID sessionId,
        @Nullable String device,
        @Nullable String address,
        @Nullable String sentence,
        @Nullable String command,
        @Nullable UUID correlationId,
        @Nullable UUID causationId) {}
