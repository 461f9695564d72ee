package io.daybook.messages.audit;

import java.util.UUID;

/** What happens to a search of the history that a person keeps. */
public sealed interface HistoryFilterEvent extends AuditEvent
        permits HistoryFilterSaved, HistoryFilterRenamed, HistoryFilterDeleted {

    /** The aggregate that it happened to. */
    UUID filterId();
}
