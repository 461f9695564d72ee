package io.daybook.query.audit;

import io.daybook.messages.audit.DeadLetterEvent;
import io.daybook.messages.audit.DeadLetterSkipped;
import io.daybook.messages.audit.DeadLettersRetried;
import io.daybook.messages.audit.GenerationDropped;
import io.daybook.messages.audit.ProjectionEvent;
import io.daybook.messages.audit.RebuildAccepted;
import io.daybook.messages.audit.RebuildCancelled;
import io.daybook.messages.audit.RebuildPaused;
import io.daybook.messages.audit.RebuildRequested;
import io.daybook.messages.audit.RebuildResumed;
import io.daybook.messages.audit.ReturnRequested;
import io.daybook.platform.bus.Automations;
import io.daybook.platform.bus.Rebuilds;
import io.daybook.query.platform.Projections;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/** Carries out what administrators order for projections and dead letters, each order once. */
@ProcessingGroup(Rebuilds.GROUP)
public final class RebuildRequests {

    private final Projections projections;
    private final Automations automations;

    public RebuildRequests(Projections projections, Automations automations) {
        this.projections = projections;
        this.automations = automations;
    }

    @EventHandler
    void on(ProjectionEvent event) {
        switch (event) {
            case RebuildRequested e -> projections.rebuild(e.projection());
            case RebuildPaused e -> projections.orders().pause(e.projection(), e.generation());
            case RebuildResumed e -> projections.orders().resume(e.projection(), e.generation());
            case RebuildCancelled e -> projections.orders().cancel(e.projection(), e.generation());
            case RebuildAccepted e -> projections.orders().accept(e.projection(), e.generation());
            case ReturnRequested e -> projections.orders().comeBack(e.projection(), e.generation());
            case GenerationDropped e -> projections.orders().drop(e.projection(), e.generation());
        }
    }

    @EventHandler
    void on(DeadLetterEvent event) {
        switch (event) {
            case DeadLettersRetried e -> {
                projections.orders().retry(e.group(), e.sequence());
                automations.retry(e.group(), e.sequence());
            }
            case DeadLetterSkipped e -> {
                projections.orders().skip(e.group(), e.sequence(), e.eventId());
                automations.skip(e.group(), e.sequence(), e.eventId());
            }
        }
    }
}
