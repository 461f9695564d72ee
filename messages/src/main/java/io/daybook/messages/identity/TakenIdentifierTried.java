package io.daybook.messages.identity;

import org.axonframework.serialization.Revision;

import java.util.UUID;

/** Somebody tried to register an identifier that belongs to a user already. */
@Revision("1")
public record TakenIdentifierTried(UUID identifierId, IdentifierKind kind, UUID userId)
        implements IdentifierEvent {}
