package io.daybook.query.audit;

import io.daybook.messages.audit.RebuildRequested;
import io.daybook.query.platform.Projections;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/** Starts the rebuilds that administrators ask for. */
@ProcessingGroup("rebuild-requests")
public final class RebuildRequests {

    private final Projections projections;

    public RebuildRequests(Projections projections) {
        this.projections = projections;
    }

    @EventHandler
    void on(RebuildRequested event) {
        projections.rebuild(event.projection());
    }
}
