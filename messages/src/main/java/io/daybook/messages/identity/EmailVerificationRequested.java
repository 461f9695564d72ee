package io.daybook.messages.identity;

import org.axonframework.serialization.Revision;

import java.time.Instant;
import java.util.UUID;

/** A link was asked for that proves the address; only the hash of its token is kept. */
@Revision("1")
public record EmailVerificationRequested(UUID userId, String tokenHash, Instant expiresAt)
        implements UserEvent {}
