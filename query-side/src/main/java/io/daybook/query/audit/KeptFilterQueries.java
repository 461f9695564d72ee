package io.daybook.query.audit;

import static io.daybook.query.platform.Rows.at;
import static io.daybook.query.platform.Rows.id;
import static io.daybook.query.platform.Rows.text;

import io.daybook.messages.audit.HistoryFilterList;
import io.daybook.messages.audit.HistoryFiltersOfUser;
import io.daybook.messages.audit.KeptFilter;
import io.daybook.query.platform.Rows;

import org.axonframework.queryhandling.QueryHandler;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Answers which searches of the history a person keeps. */
public final class KeptFilterQueries {

    private final Rows rows;

    public KeptFilterQueries(Rows rows) {
        this.rows = rows;
    }

    @QueryHandler
    CompletableFuture<HistoryFilterList> answer(HistoryFiltersOfUser query) {
        return rows.list(
                        """
                        select * from read.history_filters where owner_id = :owner
                        order by lower(name), filter_id limit 200
                        """,
                        Map.of("owner", query.userId()),
                        row ->
                                new KeptFilter(
                                        id(row, "filter_id"),
                                        text(row, "name"),
                                        text(row, "filter"),
                                        at(row, "saved_at")))
                .thenApply(HistoryFilterList::new);
    }
}
