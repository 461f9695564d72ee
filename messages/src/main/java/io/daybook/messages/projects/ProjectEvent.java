package io.daybook.messages.projects;

import java.util.UUID;

/** What happens to a project. */
public sealed interface ProjectEvent extends ProjectsEvent
        permits ProjectCreated, ProjectRenamed, ProjectDeleted, ProjectRestored {

    /** The aggregate that it happened to. */
    UUID projectId();
}
