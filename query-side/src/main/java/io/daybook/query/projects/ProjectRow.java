package io.daybook.query.projects;

import io.daybook.messages.projects.Project;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** A row of projects. */
record ProjectRow(
        UUID projectId,
        UUID ownerId,
        @Nullable String name,
        @Nullable String description,
        long version,
        Instant createdAt,
        Instant updatedAt,
        boolean deleted) {

    ProjectRow renamed(
            @Nullable String newName, @Nullable String newDescription, long sequence, Instant at) {
        return new ProjectRow(
                projectId, ownerId, newName, newDescription, sequence, createdAt, at, deleted);
    }

    ProjectRow gone(boolean now, long sequence, Instant at) {
        return new ProjectRow(projectId, ownerId, name, description, sequence, createdAt, at, now);
    }

    /** As a reader knows it. */
    Project project() {
        return new Project(
                projectId, ownerId, name, description, version, createdAt, updatedAt, deleted);
    }
}
