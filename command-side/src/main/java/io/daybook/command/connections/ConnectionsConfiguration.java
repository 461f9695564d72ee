package io.daybook.command.connections;

import io.daybook.platform.vault.Vault;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What acts by itself when something happened to a connection. */
@Configuration(proxyBeanMethods = false)
class ConnectionsConfiguration {

    @Bean
    ConnectionSecrets connectionSecrets(Vault vault) {
        return new ConnectionSecrets(vault::remove);
    }
}
