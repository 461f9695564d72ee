package io.daybook.command.audit;

import io.daybook.messages.audit.ProjectionEvent;
import io.daybook.messages.audit.RebuildRequested;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * What must be known of a projection to decide: hardly anything, every request stands for itself.
 */
record ProjectionState(@Nullable UUID projectionId) {

    static final ProjectionState NONE = new ProjectionState(null);

    ProjectionState evolve(ProjectionEvent event) {
        return switch (event) {
            case RebuildRequested e -> new ProjectionState(e.projectionId());
        };
    }
}
