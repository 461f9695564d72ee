package io.daybook.query.audit;

import io.daybook.messages.audit.HistoryFilterDeleted;
import io.daybook.messages.audit.HistoryFilterEvent;
import io.daybook.messages.audit.HistoryFilterRenamed;
import io.daybook.messages.audit.HistoryFilterSaved;
import io.daybook.messages.audit.HistoryFiltersOfUser;
import io.daybook.query.platform.Batch;
import io.daybook.query.platform.Erased;
import io.daybook.query.platform.Projection;
import io.daybook.query.platform.Table;

import org.axonframework.eventhandling.EventMessage;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The searches of the history that people keep. */
final class KeptFiltersProjection implements Projection {

    static final Table<KeptFilterRow> FILTERS = Table.of("history_filters", KeptFilterRow.class);

    @Override
    public String name() {
        return "filters";
    }

    @Override
    public String description() {
        return "The searches of the history that people keep.";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(FILTERS);
    }

    @Override
    public Set<Class<?>> queries() {
        return Set.of(HistoryFiltersOfUser.class);
    }

    @Override
    public Set<Class<?>> events() {
        return Set.of(HistoryFilterEvent.class);
    }

    @Override
    public void apply(EventMessage<?> event, long position, Batch batch) {
        UUID erased = Erased.person(event);
        if (erased != null) {
            forget(erased, batch);
        }
        if (event.getPayload() instanceof HistoryFilterEvent happened) {
            apply(happened, event.getTimestamp(), batch);
        }
    }

    /** What they kept, and what others kept that names them; words that others wrote are theirs. */
    private static void forget(UUID person, Batch batch) {
        batch.execute("delete from $schema.history_filters where owner_id = ?", person);
        batch.execute(
                "delete from $schema.history_filters where position(? in filter) > 0",
                person.toString());
    }

    private static void apply(HistoryFilterEvent event, Instant at, Batch batch) {
        switch (event) {
            case HistoryFilterSaved e ->
                    batch.change(
                            FILTERS,
                            e.filterId(),
                            before ->
                                    new KeptFilterRow(
                                            e.filterId(), e.ownerId(), e.name(), e.filter(), at));
            case HistoryFilterRenamed e ->
                    batch.change(
                            FILTERS,
                            e.filterId(),
                            row -> row == null ? null : row.renamed(e.name()));
            case HistoryFilterDeleted e -> batch.change(FILTERS, e.filterId(), row -> null);
        }
    }
}
