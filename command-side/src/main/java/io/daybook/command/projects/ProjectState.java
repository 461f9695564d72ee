package io.daybook.command.projects;

import io.daybook.messages.projects.ProjectCreated;
import io.daybook.messages.projects.ProjectDeleted;
import io.daybook.messages.projects.ProjectEvent;
import io.daybook.messages.projects.ProjectRenamed;
import io.daybook.messages.projects.ProjectRestored;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * What must be known of a project to decide: whose it is, what it says, its version (-1: there is
 * none yet).
 */
record ProjectState(
        @Nullable UUID projectId,
        @Nullable UUID ownerId,
        @Nullable String name,
        @Nullable String description,
        boolean deleted,
        long version) {

    static final ProjectState NONE = new ProjectState(null, null, null, null, false, -1);

    ProjectState evolve(ProjectEvent event) {
        return switch (event) {
            case ProjectCreated e ->
                    new ProjectState(
                            e.projectId(), e.ownerId(), e.name(), e.description(), false, 0);
            case ProjectRenamed e ->
                    new ProjectState(
                            projectId, ownerId, e.name(), e.description(), deleted, version + 1);
            case ProjectDeleted e -> deleted(true);
            case ProjectRestored e -> deleted(false);
        };
    }

    private ProjectState deleted(boolean now) {
        return new ProjectState(projectId, ownerId, name, description, now, version + 1);
    }
}
