package io.daybook.command.identity.erasure;

import io.daybook.messages.identity.UserErasureRequested;
import io.daybook.platform.bus.Origin;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.UnitOfWork;

import java.util.UUID;

/** Begins an erasure when the log says so, in the transaction of its own token: each once. */
@ProcessingGroup(ErasureStarter.GROUP)
@DisallowReplay
final class ErasureStarter {

    static final String GROUP = "erasure";

    private final ErasureTable table;
    private final Runnable begun;

    ErasureStarter(ErasureTable table, Runnable begun) {
        this.table = table;
        this.begun = begun;
    }

    @EventHandler
    void on(UserErasureRequested event, EventMessage<?> message, UnitOfWork<?> work) {
        table.begin(new Begun(event.userId(), origin(message)), message.getTimestamp());
        work.afterCommit(done -> begun.run());
    }

    private static Origin origin(EventMessage<?> message) {
        Object correlation =
                message.getMetaData().getOrDefault(Origin.CORRELATION, message.getIdentifier());
        return new Origin(
                UUID.fromString(correlation.toString()), UUID.fromString(message.getIdentifier()));
    }
}
