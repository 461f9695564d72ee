package io.daybook.command.audit;

import io.daybook.messages.audit.HistoryFilterDeleted;
import io.daybook.messages.audit.HistoryFilterEvent;
import io.daybook.messages.audit.HistoryFilterRenamed;
import io.daybook.messages.audit.HistoryFilterSaved;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** What must be known of a kept search to decide: whose it is and what it says. */
record KeptFilterState(
        @Nullable UUID filterId,
        @Nullable UUID ownerId,
        @Nullable String name,
        @Nullable String filter,
        boolean deleted) {

    static final KeptFilterState NONE = new KeptFilterState(null, null, null, null, false);

    KeptFilterState evolve(HistoryFilterEvent event) {
        return switch (event) {
            case HistoryFilterSaved e ->
                    new KeptFilterState(e.filterId(), e.ownerId(), e.name(), e.filter(), false);
            case HistoryFilterRenamed e ->
                    new KeptFilterState(filterId, ownerId, e.name(), filter, deleted);
            case HistoryFilterDeleted e -> new KeptFilterState(filterId, ownerId, null, null, true);
        };
    }
}
