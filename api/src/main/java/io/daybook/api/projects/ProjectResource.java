package io.daybook.api.projects;

import io.daybook.messages.projects.Project;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** A project as clients see it; the version is its {@code ETag}. */
public record ProjectResource(
        UUID id,
        @Nullable String name,
        @Nullable String description,
        long version,
        Instant createdAt,
        Instant updatedAt,
        boolean deleted) {

    /** Without its owner: whoever reads it knows whose it is. */
    public static ProjectResource of(Project project) {
        return new ProjectResource(
                project.projectId(),
                project.name(),
                project.description(),
                project.version(),
                project.createdAt(),
                project.updatedAt(),
                project.deleted());
    }

    String etag() {
        return "\"" + version + "\"";
    }
}
