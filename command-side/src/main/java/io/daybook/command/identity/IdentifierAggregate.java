package io.daybook.command.identity;

import io.daybook.messages.identity.IdentifierEvent;

import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Axon's hold on an {@link Identifier}. */
@AggregateRoot(type = "Identifier")
final class IdentifierAggregate {

    private @Nullable UUID identity;
    private Identifier state = Identifier.FREE;

    @AggregateIdentifier
    @Nullable UUID identifierId() {
        return identity;
    }

    Identifier state() {
        return state;
    }

    void happen(List<IdentifierEvent> events) {
        events.forEach(AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(IdentifierEvent event, @Timestamp Instant at) {
        identity = event.identifierId();
        state = state.evolve(event, at);
    }
}
