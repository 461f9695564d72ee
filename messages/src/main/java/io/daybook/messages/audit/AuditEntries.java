package io.daybook.messages.audit;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * Asks for entries of the history, newest first. With a reader, only what that person did and what
 * concerned them; after a position, only what is newer. Answered by an {@link AuditPage}.
 */
public record AuditEntries(
        @Nullable UUID reader,
        AuditFilter filter,
        @Nullable Long after,
        int limit,
        @Nullable String cursor) {}
