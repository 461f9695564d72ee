package io.daybook.query.audit;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** A row of audit entries: one event. */
record AuditRow(
        UUID eventId,
        long position,
        Instant at,
        String type,
        String revision,
        UUID aggregateId,
        String aggregateType,
        long sequence,
        String actorKind,
        @Nullable UUID actorId,
        @Nullable UUID subjectId,
        @Nullable UUID sessionId,
        @Nullable String address,
        String sentence,
        @Nullable String impersonal,
        @Nullable String command,
        @Nullable UUID correlationId,
        @Nullable UUID causationId) {}
