package io.daybook.messages.identity;

import java.time.Instant;
import java.util.UUID;

/** A sign-in that worked. */
public record SignedIn(
        UUID sessionId, UUID userId, Role role, long generation, Instant expiresAt) {}
