package io.daybook.command.audit;

import io.daybook.messages.Actor;
import io.daybook.messages.audit.AcceptRebuild;
import io.daybook.messages.audit.CancelRebuild;
import io.daybook.messages.audit.DropGeneration;
import io.daybook.messages.audit.GenerationDropped;
import io.daybook.messages.audit.GenerationOrder;
import io.daybook.messages.audit.PauseRebuild;
import io.daybook.messages.audit.ProjectionEvent;
import io.daybook.messages.audit.RebuildAccepted;
import io.daybook.messages.audit.RebuildCancelled;
import io.daybook.messages.audit.RebuildPaused;
import io.daybook.messages.audit.RebuildProjection;
import io.daybook.messages.audit.RebuildRequested;
import io.daybook.messages.audit.RebuildResumed;
import io.daybook.messages.audit.ResumeRebuild;
import io.daybook.messages.audit.ReturnRequested;
import io.daybook.messages.audit.ReturnToGeneration;
import io.daybook.platform.bus.Rebuilds;

import java.util.List;
import java.util.UUID;

/** The rules of rebuilding: a command becomes events or a named refusal. */
final class ProjectionDecisions {

    private ProjectionDecisions() {}

    static List<ProjectionEvent> decide(RebuildProjection command, Actor actor, Rebuilds rebuilds) {
        UUID by = Administrators.require(actor);
        if (rebuilds.isUnderWay(command.projectionId(), command.projection())) {
            throw new RebuildUnderWay();
        }
        return List.of(new RebuildRequested(command.projectionId(), command.projection(), by));
    }

    /** What rests need not be told to rest; nothing happens then. */
    static List<ProjectionEvent> decide(GenerationOrder order, Actor actor, ProjectionState state) {
        UUID id = order.projectionId();
        String name = order.projection();
        int generation = order.generation();
        UUID by = Administrators.require(actor);
        if (order instanceof PauseRebuild && state.rests(generation)) {
            return List.of();
        }
        return List.of(
                switch (order) {
                    case PauseRebuild o -> new RebuildPaused(id, name, generation, by);
                    case ResumeRebuild o -> new RebuildResumed(id, name, generation, by);
                    case CancelRebuild o -> new RebuildCancelled(id, name, generation, by);
                    case AcceptRebuild o -> new RebuildAccepted(id, name, generation, by);
                    case ReturnToGeneration o -> new ReturnRequested(id, name, generation, by);
                    case DropGeneration o -> new GenerationDropped(id, name, generation, by);
                });
    }
}
