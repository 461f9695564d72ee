package io.daybook.messages.audit;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import java.util.UUID;

/** Begins an export of the history; everybody's is for administrators. */
public record BeginAuditExport(
        @TargetAggregateIdentifier UUID exportId,
        boolean everybody,
        String filter,
        ExportFormat format) {}
