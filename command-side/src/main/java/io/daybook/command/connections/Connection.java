package io.daybook.command.connections;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.messages.connections.ConnectionEvent;
import io.daybook.messages.connections.EstablishConnection;
import io.daybook.messages.connections.RemoveConnection;
import io.daybook.messages.connections.ReportConnection;
import io.daybook.messages.connections.SelectConnection;
import io.daybook.platform.bus.Metadata;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/** A person's way to a database or MCP server, from connecting it to disconnecting it. */
@Aggregate(cache = "aggregateCache")
final class Connection {

    private ConnectionState state = ConnectionState.NONE;

    Connection() {}

    @AggregateIdentifier
    @Nullable UUID connectionId() {
        return state.connectionId();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(EstablishConnection command, MetaData metadata) {
        publish(ConnectionDecisions.decide(command, state, Metadata.actor(metadata)));
    }

    @CommandHandler
    void handle(ReportConnection command, MetaData metadata) {
        publish(ConnectionDecisions.decide(command, state, Metadata.actor(metadata)));
    }

    @CommandHandler
    void handle(SelectConnection command, MetaData metadata) {
        publish(ConnectionDecisions.decide(command, state, Metadata.actor(metadata)));
    }

    @CommandHandler
    void handle(RemoveConnection command, MetaData metadata) {
        publish(ConnectionDecisions.decide(command, state, Metadata.actor(metadata)));
    }

    @EventSourcingHandler
    void evolve(ConnectionEvent event) {
        state = state.evolve(event);
    }

    private static void publish(List<ConnectionEvent> events) {
        events.forEach(event -> apply(event));
    }
}
