package io.daybook.messages.connections;

import org.axonframework.serialization.Revision;

import java.util.UUID;

/** Its owner works with this connection from now on. */
@Revision("1")
public record ConnectionSelected(UUID connectionId, UUID ownerId) implements ConnectionEvent {}
