package io.daybook.query.audit;

import io.daybook.messages.audit.AuditEntries;
import io.daybook.messages.audit.AuditPage;
import io.daybook.messages.audit.AuditTrail;
import io.daybook.messages.audit.AuditTrailOf;
import io.daybook.messages.audit.ProjectionList;
import io.daybook.messages.audit.ProjectionStatuses;
import io.daybook.platform.log.LogHistory;
import io.daybook.query.platform.Projections;
import io.daybook.query.platform.Rows;

import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

import java.util.concurrent.CompletableFuture;

/** Answers what happened, and how the projections stand. */
public final class AuditQueries {

    private final EntrySearch search;
    private final EntryTrails trails;
    private final Projections projections;

    public AuditQueries(Rows rows, Projections projections, LogHistory log) {
        this.search =
                new EntrySearch(
                        rows,
                        () ->
                                projections
                                        .reached(AuditProjection.NAME)
                                        .map(Seen::by)
                                        .orElse(Seen.NOTHING));
        this.trails = new EntryTrails(rows, new Exports(rows, log));
        this.projections = projections;
    }

    @QueryHandler
    ProjectionList answer(ProjectionStatuses query) {
        return projections.status();
    }

    @QueryHandler
    CompletableFuture<AuditPage> answer(AuditEntries query) {
        return search.page(query);
    }

    @QueryHandler
    CompletableFuture<@Nullable AuditTrail> answer(AuditTrailOf query) {
        return trails.trail(query);
    }
}
