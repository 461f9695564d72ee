package io.daybook.messages.identity;

import org.axonframework.serialization.Revision;

import java.time.Instant;
import java.util.UUID;

/** The refresh token was exchanged for its successor. */
@Revision("1")
public record SessionRefreshed(UUID sessionId, UUID userId, long generation, Instant expiresAt)
        implements SessionEvent {}
