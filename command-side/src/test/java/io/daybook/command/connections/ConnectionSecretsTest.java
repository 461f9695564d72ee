package io.daybook.command.connections;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.messages.connections.ConnectionRemoved;

import org.axonframework.eventhandling.DisallowReplay;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

class ConnectionSecretsTest {

    @Test
    void removesTheSecretOfARemovedConnection() {
        List<UUID> removed = new ArrayList<>();
        UUID secret = UUID.randomUUID();

        new ConnectionSecrets(removed::add)
                .on(new ConnectionRemoved(UUID.randomUUID(), UUID.randomUUID(), secret));

        assertThat(removed).containsExactly(secret);
    }

    @Test
    void doesNotActOnAReplay() throws NoSuchMethodException {
        assertThat(
                        ConnectionSecrets.class
                                .getDeclaredMethod("on", ConnectionRemoved.class)
                                .isAnnotationPresent(DisallowReplay.class))
                .isTrue();
    }
}
