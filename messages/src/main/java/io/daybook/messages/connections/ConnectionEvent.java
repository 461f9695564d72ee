package io.daybook.messages.connections;

import java.util.UUID;

/** What happens to a connection. */
public sealed interface ConnectionEvent extends ConnectionsEvent
        permits ConnectionEstablished,
                ConnectionLost,
                ConnectionRestored,
                ConnectionSelected,
                ConnectionRemoved {

    /** The aggregate that it happened to. */
    UUID connectionId();
}
