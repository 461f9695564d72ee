package io.daybook.messages.connections;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import java.util.UUID;

/**
 * Connects a database or MCP server that was just tested; the credentials are in the vault already.
 * The name has 1 to 80 characters.
 */
public record EstablishConnection(
        @TargetAggregateIdentifier UUID connectionId,
        String name,
        ConnectionKind kind,
        String server,
        UUID secretRef) {}
