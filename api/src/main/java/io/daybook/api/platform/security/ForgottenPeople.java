package io.daybook.api.platform.security;

import io.daybook.messages.identity.UserErased;
import io.daybook.platform.bus.AggregateCache;
import io.daybook.platform.keys.PersonalKeys;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/** Takes who was erased out of the memory of every node: the key, and what it had opened. */
@ProcessingGroup(EndedSessions.GROUP)
public final class ForgottenPeople {

    private final PersonalKeys keys;
    private final AggregateCache aggregates;

    public ForgottenPeople(PersonalKeys keys, AggregateCache aggregates) {
        this.keys = keys;
        this.aggregates = aggregates;
    }

    @EventHandler
    public void on(UserErased event) {
        keys.forget(event.userId());
        aggregates.removeAll();
    }
}
