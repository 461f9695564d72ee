package io.daybook.messages.connections;

import org.axonframework.serialization.Revision;

import java.util.UUID;

/** Its owner disconnected it; its secret is deleted from the vault. */
@Revision("1")
public record ConnectionRemoved(UUID connectionId, UUID ownerId, UUID secretRef)
        implements ConnectionEvent {}
