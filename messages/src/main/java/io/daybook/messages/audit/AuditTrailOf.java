package io.daybook.messages.audit;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * Asks for one entry of the history with what led to it and what came of it; with a reader, only if
 * that person may see it. Answered by an {@link AuditTrail}, or by nothing.
 */
public record AuditTrailOf(long position, @Nullable UUID reader) {}
