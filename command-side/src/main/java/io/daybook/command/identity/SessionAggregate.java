package io.daybook.command.identity;

import io.daybook.messages.identity.SessionEvent;

import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Axon's hold on a {@link Session}. */
@AggregateRoot(type = "Session")
final class SessionAggregate {

    private @Nullable UUID identity;
    private Session state = Session.NONE;

    @AggregateIdentifier
    @Nullable UUID sessionId() {
        return identity;
    }

    Session state() {
        return state;
    }

    void happen(List<SessionEvent> events) {
        events.forEach(AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(SessionEvent event, @Timestamp Instant at) {
        identity = event.sessionId();
        state = state.evolve(event, at);
    }
}
