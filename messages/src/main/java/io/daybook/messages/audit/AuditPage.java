package io.daybook.messages.audit;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** One page of the history. */
public record AuditPage(List<AuditEntry> items, @Nullable String nextCursor) {}
