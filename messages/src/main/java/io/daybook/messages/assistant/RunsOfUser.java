package io.daybook.messages.assistant;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** Asks for the runs of a user, newest first; answered by a {@link RunPage}. */
public record RunsOfUser(UUID userId, int limit, @Nullable String cursor) {}
