package io.daybook.messages.audit;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * Asks for entries of the history, newest first. With a reader, only what that person did and what
 * concerned them; after what was seen, only what is not among it: a position, or what a page gave
 * to be followed by, which knows of gaps. Answered by an {@link AuditPage}.
 */
public record AuditEntries(
        @Nullable UUID reader,
        AuditFilter filter,
        @Nullable String after,
        int limit,
        @Nullable String cursor) {}
