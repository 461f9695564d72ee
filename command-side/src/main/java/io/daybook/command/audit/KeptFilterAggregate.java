package io.daybook.command.audit;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.messages.audit.DeleteHistoryFilter;
import io.daybook.messages.audit.HistoryFilterEvent;
import io.daybook.messages.audit.RenameHistoryFilter;
import io.daybook.messages.audit.SaveHistoryFilter;
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

/** A search of the history that a person keeps. */
@Aggregate(type = "HistoryFilter", cache = "aggregateCache")
final class KeptFilterAggregate {

    private KeptFilterState state = KeptFilterState.NONE;

    KeptFilterAggregate() {}

    @AggregateIdentifier
    @Nullable UUID filterId() {
        return state.filterId();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SaveHistoryFilter command, MetaData metadata) {
        publish(KeptFilterDecisions.decide(command, state, Metadata.actor(metadata)));
    }

    @CommandHandler
    void handle(RenameHistoryFilter command, MetaData metadata) {
        publish(KeptFilterDecisions.decide(command, state, Metadata.actor(metadata)));
    }

    @CommandHandler
    void handle(DeleteHistoryFilter command, MetaData metadata) {
        publish(KeptFilterDecisions.decide(command, state, Metadata.actor(metadata)));
    }

    @EventSourcingHandler
    void evolve(HistoryFilterEvent event) {
        state = state.evolve(event);
    }

    private static void publish(List<HistoryFilterEvent> events) {
        events.forEach(event -> apply(event));
    }
}
