package io.daybook.api.connections;

import io.daybook.api.mcp.ConnectionOpener;
import io.daybook.api.mcp.Connectors;
import io.daybook.api.platform.Commands;
import io.daybook.platform.vault.Vault;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.scheduler.Scheduler;

/** Sets up the endpoints of connections. */
@Configuration(proxyBeanMethods = false)
class ConnectionEndpointsConfiguration {

    @Bean
    RemovedConnections removedConnections(Connectors connectors) {
        return new RemovedConnections(connectors);
    }

    @Bean
    Connecting connecting(
            ConnectionOpener opener,
            Connectors connectors,
            Vault vault,
            Commands commands,
            Scheduler virtualThreads) {
        return new Connecting(opener, connectors, vault, commands, virtualThreads);
    }
}
