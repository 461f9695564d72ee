package io.daybook.query.connections;

import io.daybook.messages.connections.ConnectionKind;
import io.daybook.messages.connections.ConnectionStatus;
import io.daybook.messages.connections.DatabaseConnection;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** A row of connections. */
record ConnectionRow(
        UUID connectionId,
        UUID ownerId,
        @Nullable String name,
        String kind,
        String status,
        @Nullable String reason,
        @Nullable Instant lastWorkedAt,
        @Nullable String server,
        UUID secretRef,
        Instant createdAt) {

    ConnectionRow lost(String why) {
        return with(ConnectionStatus.DISCONNECTED, why, lastWorkedAt);
    }

    ConnectionRow restored(Instant at) {
        return with(ConnectionStatus.CONNECTED, null, at);
    }

    private ConnectionRow with(
            ConnectionStatus now, @Nullable String why, @Nullable Instant worked) {
        return new ConnectionRow(
                connectionId,
                ownerId,
                name,
                kind,
                now.name(),
                why,
                worked,
                server,
                secretRef,
                createdAt);
    }

    /** As a reader knows it, given whether it is the one that its owner works with. */
    DatabaseConnection connection(boolean selected) {
        return new DatabaseConnection(
                connectionId,
                ownerId,
                name,
                ConnectionKind.valueOf(kind),
                ConnectionStatus.valueOf(status),
                reason,
                lastWorkedAt,
                server,
                selected,
                secretRef,
                createdAt);
    }
}
