package io.daybook.messages.connections;

import io.daybook.messages.DataSubject;
import io.daybook.messages.PersonalData;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * A person connected a database or MCP server; its address and credentials are in the vault under
 * the reference.
 */
@Revision("2")
public record ConnectionEstablished(
        UUID connectionId,
        @DataSubject UUID ownerId,
        @PersonalData @Nullable String name,
        ConnectionKind kind,
        @PersonalData @Nullable String server,
        UUID secretRef)
        implements ConnectionEvent {}
