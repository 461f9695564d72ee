package io.daybook.query.audit;

import io.daybook.messages.audit.AuditEntries;
import io.daybook.messages.audit.AuditPage;
import io.daybook.messages.audit.AuditTrail;
import io.daybook.messages.audit.AuditTrailOf;
import io.daybook.messages.audit.AutomationList;
import io.daybook.messages.audit.AutomationStatuses;
import io.daybook.messages.audit.DifferencesOf;
import io.daybook.messages.audit.ProjectionList;
import io.daybook.messages.audit.ProjectionStatuses;
import io.daybook.messages.audit.RowDifferences;
import io.daybook.platform.log.LogHistory;
import io.daybook.query.platform.AutomationWatch;
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
    private final AutomationWatch automations;

    public AuditQueries(
            Rows rows, Projections projections, LogHistory log, AutomationWatch automations) {
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
        this.automations = automations;
    }

    @QueryHandler
    ProjectionList answer(ProjectionStatuses query) {
        return projections.status();
    }

    @QueryHandler
    AutomationList answer(AutomationStatuses query) {
        return automations.look();
    }

    @QueryHandler
    RowDifferences answer(DifferencesOf query) {
        return projections.differences(query.projection());
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
