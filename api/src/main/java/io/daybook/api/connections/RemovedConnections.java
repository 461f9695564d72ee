package io.daybook.api.connections;

import io.daybook.api.mcp.Connectors;
import io.daybook.api.platform.security.EndedSessions;
import io.daybook.messages.connections.ConnectionRemoved;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/** Ends the sessions of removed connections on every node, whoever removed them. */
@ProcessingGroup(EndedSessions.GROUP)
final class RemovedConnections {

    private final Connectors connectors;

    RemovedConnections(Connectors connectors) {
        this.connectors = connectors;
    }

    @EventHandler
    void on(ConnectionRemoved event) {
        connectors.close(event.connectionId()).subscribe();
    }
}
