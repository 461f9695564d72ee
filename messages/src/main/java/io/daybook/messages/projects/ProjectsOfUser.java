package io.daybook.messages.projects;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** Asks for the projects of a user, newest first; answered by a {@link ProjectPage}. */
public record ProjectsOfUser(UUID userId, boolean deleted, int limit, @Nullable String cursor) {}
