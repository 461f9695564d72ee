package io.daybook.api.platform.security;

import java.util.UUID;

/** What an authentic refresh token says: whose session, and the how-manieth token of it. */
public record RefreshClaims(UUID sessionId, UUID userId, long generation) {}
