package io.daybook.messages.connections;

import org.axonframework.serialization.Revision;

import java.util.UUID;

/** The connection answers again. */
@Revision("1")
public record ConnectionRestored(UUID connectionId, UUID ownerId) implements ConnectionEvent {}
