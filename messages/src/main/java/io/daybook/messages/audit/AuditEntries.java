package io.daybook.messages.audit;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * Asks for entries of the history, newest first; filters that are absent do not restrict. With a
 * reader, only the entries of that person. Answered by an {@link AuditPage}.
 */
public record AuditEntries(
        @Nullable UUID reader,
        @Nullable UUID actor,
        @Nullable UUID aggregate,
        @Nullable String type,
        @Nullable String text,
        @Nullable Instant from,
        @Nullable Instant to,
        int limit,
        @Nullable String cursor) {}
