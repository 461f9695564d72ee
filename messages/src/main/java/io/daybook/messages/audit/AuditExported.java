package io.daybook.messages.audit;

import org.axonframework.serialization.Revision;

import java.util.UUID;

/** An export of the history ended; this many entries had left the house by then. */
@Revision("1")
public record AuditExported(
        UUID exportId, UUID exporterId, boolean everybody, long entries, ExportOutcome outcome)
        implements ExportEvent {}
