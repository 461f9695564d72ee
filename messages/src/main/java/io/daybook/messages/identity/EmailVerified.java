package io.daybook.messages.identity;

import org.axonframework.serialization.Revision;

import java.util.UUID;

/** The person proved that the address is theirs. */
@Revision("1")
public record EmailVerified(UUID userId) implements UserEvent {}
