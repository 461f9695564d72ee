package io.daybook.command.connections;

import io.daybook.messages.connections.ConnectionRemoved;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

import java.util.UUID;
import java.util.function.Consumer;

/** Deletes the secret of a connection once it is removed; a replay deletes nothing. */
@ProcessingGroup(ConnectionSecrets.GROUP)
public final class ConnectionSecrets {

    /** The name of the processor. */
    public static final String GROUP = "connection-secrets";

    private final Consumer<UUID> removeSecret;

    /** Takes the vault's way to remove a secret by its reference. */
    public ConnectionSecrets(Consumer<UUID> removeSecret) {
        this.removeSecret = removeSecret;
    }

    @EventHandler
    @DisallowReplay
    void on(ConnectionRemoved event) {
        removeSecret.accept(event.secretRef());
    }
}
