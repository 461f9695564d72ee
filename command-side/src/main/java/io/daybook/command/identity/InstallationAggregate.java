package io.daybook.command.identity;

import io.daybook.messages.identity.InstallationEvent;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/** Axon's hold on the {@link Setup} of the installation. */
@AggregateRoot(type = "Installation")
final class InstallationAggregate {

    private @Nullable UUID identity;
    private Setup state = Setup.OPEN;

    @AggregateIdentifier
    @Nullable UUID installationId() {
        return identity;
    }

    Setup state() {
        return state;
    }

    void happen(List<InstallationEvent> events) {
        events.forEach(AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(InstallationEvent event) {
        identity = event.installationId();
        state = state.evolve(event);
    }
}
