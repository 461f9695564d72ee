package io.daybook.messages.connections;

import org.axonframework.serialization.Revision;

import java.util.UUID;

/** The connection stopped answering. */
@Revision("1")
public record ConnectionLost(UUID connectionId, UUID ownerId, String reason)
        implements ConnectionEvent {}
