package io.daybook.messages.connections;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** A connection as the read model knows it; never its credentials. */
public record DatabaseConnection(
        UUID connectionId,
        UUID ownerId,
        @Nullable String name,
        ConnectionKind kind,
        ConnectionStatus status,
        @Nullable String reason,
        @Nullable Instant lastWorkedAt,
        @Nullable String server,
        boolean selected,
        UUID secretRef,
        Instant createdAt) {}
