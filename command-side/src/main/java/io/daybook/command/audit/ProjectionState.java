package io.daybook.command.audit;

import io.daybook.messages.audit.ProjectionEvent;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * What must be known of a projection to decide: hardly anything, every order stands for itself. How
 * far a rebuild has come is no event, so whether an order still makes sense is seen where it is
 * carried out; only whether one is under way at all is asked before another is ordered.
 */
record ProjectionState(@Nullable UUID projectionId) {

    static final ProjectionState NONE = new ProjectionState(null);

    ProjectionState evolve(ProjectionEvent event) {
        return new ProjectionState(event.projectionId());
    }
}
