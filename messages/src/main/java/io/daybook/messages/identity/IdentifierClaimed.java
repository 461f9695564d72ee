package io.daybook.messages.identity;

import org.axonframework.serialization.Revision;

import java.util.UUID;

/** A user took an identifier; its own identifier is a keyed hash of the value. */
@Revision("1")
public record IdentifierClaimed(UUID identifierId, IdentifierKind kind, UUID userId)
        implements IdentifierEvent {}
