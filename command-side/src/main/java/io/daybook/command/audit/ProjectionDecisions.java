package io.daybook.command.audit;

import io.daybook.messages.Actor;
import io.daybook.messages.audit.ProjectionEvent;
import io.daybook.messages.audit.RebuildProjection;
import io.daybook.messages.audit.RebuildRequested;

import java.util.List;
import java.util.UUID;

/** The rules of rebuilding: a command and the state become events or a named refusal. */
final class ProjectionDecisions {

    private ProjectionDecisions() {}

    static List<ProjectionEvent> decide(
            RebuildProjection command, ProjectionState state, Actor actor) {
        UUID administrator = actor.userId();
        if (administrator == null || !actor.administrator()) {
            throw new NotAnAdministrator();
        }
        return List.of(
                new RebuildRequested(command.projectionId(), command.projection(), administrator));
    }
}
