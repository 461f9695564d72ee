package io.daybook.api.platform.security;

import io.daybook.messages.identity.Role;

import java.time.Instant;
import java.util.UUID;

/** What an authentic access token says. */
public record AccessClaims(UUID userId, UUID sessionId, Role role, Instant expiresAt) {}
