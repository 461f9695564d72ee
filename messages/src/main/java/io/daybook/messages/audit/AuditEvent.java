package io.daybook.messages.audit;

/** Everything that happens to the read models, the history and the log itself. */
public sealed interface AuditEvent
        permits CheckpointEvent,
                ProjectionEvent,
                DeadLetterEvent,
                HistoryFilterEvent,
                ExportEvent,
                RetentionEvent,
                RetirementEvent {}
