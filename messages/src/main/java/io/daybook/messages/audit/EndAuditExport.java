package io.daybook.messages.audit;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import java.util.UUID;

/** Ends an export of the history. */
public record EndAuditExport(
        @TargetAggregateIdentifier UUID exportId, long entries, ExportOutcome outcome) {}
