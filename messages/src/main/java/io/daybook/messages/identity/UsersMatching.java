package io.daybook.messages.identity;

import org.jspecify.annotations.Nullable;

/**
 * Asks for people with an account, the newest first, whose name, username or address contains a
 * text; answered by a {@link UserPage}.
 */
public record UsersMatching(@Nullable String text, int limit, @Nullable String cursor) {}
