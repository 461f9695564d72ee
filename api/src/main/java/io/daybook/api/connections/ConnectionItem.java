package io.daybook.api.connections;

import io.daybook.messages.connections.DatabaseConnection;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** A connection as its owner sees it; never its credentials. */
public record ConnectionItem(
        UUID id,
        @Nullable String name,
        String kind,
        String status,
        @Nullable String reason,
        @Nullable Instant lastWorkedAt,
        @Nullable String server,
        boolean selected,
        Instant createdAt) {

    /** Without credentials. */
    public static ConnectionItem of(DatabaseConnection connection) {
        return new ConnectionItem(
                connection.connectionId(),
                connection.name(),
                connection.kind().name().toLowerCase(Locale.ROOT),
                connection.status().name().toLowerCase(Locale.ROOT),
                connection.reason(),
                connection.lastWorkedAt(),
                connection.server(),
                connection.selected(),
                connection.createdAt());
    }
}
