package io.daybook.messages.identity;

import org.axonframework.serialization.Revision;

import java.util.UUID;

/** An e-mail address or username belongs to nobody again. */
@Revision("1")
public record IdentifierReleased(UUID identifierId, IdentifierKind kind, UUID userId)
        implements IdentifierEvent {}
