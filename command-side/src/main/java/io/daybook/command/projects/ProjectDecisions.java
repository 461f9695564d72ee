package io.daybook.command.projects;

import io.daybook.messages.Actor;
import io.daybook.messages.projects.CreateProject;
import io.daybook.messages.projects.DeleteProject;
import io.daybook.messages.projects.ProjectCreated;
import io.daybook.messages.projects.ProjectDeleted;
import io.daybook.messages.projects.ProjectEvent;
import io.daybook.messages.projects.ProjectRenamed;
import io.daybook.messages.projects.ProjectRestored;
import io.daybook.messages.projects.RenameProject;
import io.daybook.messages.projects.RestoreProject;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The rules of a project: a command and the state become events or a named refusal. */
final class ProjectDecisions {

    private ProjectDecisions() {}

    static List<ProjectEvent> decide(CreateProject command, ProjectState state, Actor actor) {
        UUID owner = actor.userId();
        if (owner == null) {
            throw new ProjectOwnerUnknown();
        }
        if (state.ownerId() != null) {
            ownerSeenBy(actor, state);
            return List.of();
        }
        ProjectTextLength.check(command.name(), command.description());
        return List.of(
                new ProjectCreated(
                        command.projectId(), owner, command.name().strip(), command.description()));
    }

    static List<ProjectEvent> decide(RenameProject command, ProjectState state, Actor actor) {
        UUID owner = presentTo(actor, state);
        unchanged(command.expectedVersion(), state);
        ProjectTextLength.check(command.name(), command.description());
        String name = command.name().strip();
        if (name.equals(state.name())
                && Objects.equals(command.description(), state.description())) {
            return List.of();
        }
        return List.of(new ProjectRenamed(command.projectId(), owner, name, command.description()));
    }

    static List<ProjectEvent> decide(DeleteProject command, ProjectState state, Actor actor) {
        UUID owner = presentTo(actor, state);
        unchanged(command.expectedVersion(), state);
        return List.of(new ProjectDeleted(command.projectId(), owner));
    }

    static List<ProjectEvent> decide(RestoreProject command, ProjectState state, Actor actor) {
        UUID owner = ownerSeenBy(actor, state);
        return state.deleted()
                ? List.of(new ProjectRestored(command.projectId(), owner))
                : List.of();
    }

    private static void unchanged(@Nullable Long expected, ProjectState state) {
        if (expected != null && expected != state.version()) {
            throw new ProjectChanged();
        }
    }

    private static UUID presentTo(Actor actor, ProjectState state) {
        UUID owner = ownerSeenBy(actor, state);
        if (state.deleted()) {
            throw new ProjectNotFound();
        }
        return owner;
    }

    /** Only its owner, or Daybook itself, reaches a project; to others it is not there. */
    private static UUID ownerSeenBy(Actor actor, ProjectState state) {
        UUID owner = state.ownerId();
        if (owner == null || !(actor.is(owner) || actor.equals(Actor.SYSTEM))) {
            throw new ProjectNotFound();
        }
        return owner;
    }
}
