package io.daybook.command.connections;

import io.daybook.messages.connections.ConnectionEstablished;
import io.daybook.messages.connections.ConnectionEvent;
import io.daybook.messages.connections.ConnectionLost;
import io.daybook.messages.connections.ConnectionRemoved;
import io.daybook.messages.connections.ConnectionRestored;
import io.daybook.messages.connections.ConnectionSelected;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** What must be known of a connection to decide: whose it is, its secret, and how it fares. */
record ConnectionState(
        @Nullable UUID connectionId,
        @Nullable UUID ownerId,
        @Nullable UUID secretRef,
        @Nullable String trouble,
        boolean removed) {

    static final ConnectionState NONE = new ConnectionState(null, null, null, null, false);

    ConnectionState evolve(ConnectionEvent event) {
        return switch (event) {
            case ConnectionEstablished established ->
                    new ConnectionState(
                            established.connectionId(),
                            established.ownerId(),
                            established.secretRef(),
                            null,
                            false);
            case ConnectionLost lost -> withTrouble(lost.reason());
            case ConnectionRestored restored -> withTrouble(null);
            case ConnectionSelected selected -> this;
            case ConnectionRemoved gone ->
                    new ConnectionState(connectionId, ownerId, secretRef, null, true);
        };
    }

    private ConnectionState withTrouble(@Nullable String reason) {
        return new ConnectionState(connectionId, ownerId, secretRef, reason, removed);
    }
}
