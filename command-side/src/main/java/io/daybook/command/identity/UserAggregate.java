package io.daybook.command.identity;

import io.daybook.messages.identity.UserEvent;

import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Axon's hold on a {@link User}. */
@AggregateRoot(type = "User")
final class UserAggregate {

    private @Nullable UUID identity;
    private User state = User.NOBODY;

    @AggregateIdentifier
    @Nullable UUID userId() {
        return identity;
    }

    User state() {
        return state;
    }

    void happen(List<UserEvent> events) {
        events.forEach(AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(UserEvent event, @Timestamp Instant at) {
        identity = event.userId();
        state = state.evolve(event, at);
    }
}
