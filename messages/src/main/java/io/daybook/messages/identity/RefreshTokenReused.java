package io.daybook.messages.identity;

import org.axonframework.serialization.Revision;

import java.util.UUID;

/** A refresh token that had been used before was presented again. */
@Revision("1")
public record RefreshTokenReused(UUID sessionId, UUID userId, long generation)
        implements SessionEvent {}
