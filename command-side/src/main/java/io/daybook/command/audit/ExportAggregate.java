package io.daybook.command.audit;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.messages.audit.BeginAuditExport;
import io.daybook.messages.audit.EndAuditExport;
import io.daybook.messages.audit.ExportEvent;
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

/** An export of the history, from its first byte to its last. */
@Aggregate(type = "AuditExport", cache = "aggregateCache")
final class ExportAggregate {

    private ExportState state = ExportState.NONE;

    ExportAggregate() {}

    @AggregateIdentifier
    @Nullable UUID exportId() {
        return state.exportId();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(BeginAuditExport command, MetaData metadata) {
        publish(ExportDecisions.decide(command, state, Metadata.actor(metadata)));
    }

    @CommandHandler
    void handle(EndAuditExport command) {
        publish(ExportDecisions.decide(command, state));
    }

    @EventSourcingHandler
    void evolve(ExportEvent event) {
        state = state.evolve(event);
    }

    private static void publish(List<ExportEvent> events) {
        events.forEach(event -> apply(event));
    }
}
