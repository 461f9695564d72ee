package io.daybook.command.audit;

import io.daybook.messages.audit.ProjectionEvent;
import io.daybook.messages.audit.RebuildPaused;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * What must be known of a projection to decide: hardly anything, nearly every order stands for
 * itself. How far a rebuild has come is no event, so whether an order still makes sense is seen
 * where it is carried out; only whether one is under way at all is asked before another is ordered.
 *
 * @param resting the generation of the rebuild that was paused and nothing else was ordered since
 */
record ProjectionState(@Nullable UUID projectionId, @Nullable Integer resting) {

    static final ProjectionState NONE = new ProjectionState(null, null);

    ProjectionState evolve(ProjectionEvent event) {
        return new ProjectionState(
                event.projectionId(), event instanceof RebuildPaused e ? e.generation() : null);
    }

    boolean rests(int generation) {
        return resting != null && resting == generation;
    }
}
