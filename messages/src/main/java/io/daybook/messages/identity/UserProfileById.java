package io.daybook.messages.identity;

import java.util.UUID;

/** Asks for one person; answered by a {@link UserProfile} or nothing. */
public record UserProfileById(UUID userId) {}
