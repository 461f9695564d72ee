package io.daybook.messages.identity;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** Asks for the sessions of a user, newest first; answered by a {@link SessionPage}. */
public record SessionsOfUser(
        UUID userId, boolean includeEnded, int limit, @Nullable String cursor) {}
