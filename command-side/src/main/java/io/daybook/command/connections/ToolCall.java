package io.daybook.command.connections;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.messages.connections.RecordToolAnswer;
import io.daybook.messages.connections.RecordToolCall;
import io.daybook.messages.connections.RecordToolFailure;
import io.daybook.messages.connections.ToolCallEvent;
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

/** One call of an MCP tool, recorded before it runs and after; never what it answered. */
@Aggregate(cache = "aggregateCache")
final class ToolCall {

    private ToolCallState state = ToolCallState.NONE;

    ToolCall() {}

    @AggregateIdentifier
    @Nullable UUID callId() {
        return state.callId();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordToolCall command, MetaData metadata) {
        publish(ToolCallDecisions.decide(command, state, Metadata.actor(metadata)));
    }

    @CommandHandler
    void handle(RecordToolAnswer command, MetaData metadata) {
        publish(ToolCallDecisions.decide(command, state, Metadata.actor(metadata)));
    }

    @CommandHandler
    void handle(RecordToolFailure command, MetaData metadata) {
        publish(ToolCallDecisions.decide(command, state, Metadata.actor(metadata)));
    }

    @EventSourcingHandler
    void evolve(ToolCallEvent event) {
        state = state.evolve(event);
    }

    private static void publish(List<ToolCallEvent> events) {
        events.forEach(event -> apply(event));
    }
}
