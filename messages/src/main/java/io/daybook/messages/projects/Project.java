package io.daybook.messages.projects;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** A project as the read model knows it; the version counts its events from 0. */
public record Project(
        UUID projectId,
        UUID ownerId,
        @Nullable String name,
        @Nullable String description,
        long version,
        Instant createdAt,
        Instant updatedAt,
        boolean deleted) {}
