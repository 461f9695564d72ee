package io.daybook.api.mcp;

import io.daybook.api.mcp.addresses.AddressPolicy;
import io.daybook.api.mcp.foreign.ForeignServers;
import io.daybook.api.mcp.postgres.PostgresConnections;
import io.daybook.api.platform.Commands;
import io.daybook.api.platform.LastWrites;
import io.daybook.api.platform.Queries;
import io.daybook.platform.demo.DemoSettings;
import io.daybook.platform.vault.Vault;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.scheduler.Scheduler;
import reactor.netty.resources.LoopResources;

/** Sets up the gateway and everything behind it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConnectionsSettings.class)
class McpConfiguration {

    /** Loops of their own, so that a flood from outside does not slow the pages. */
    @Bean(destroyMethod = "dispose")
    LoopResources connectionLoops() {
        return LoopResources.create("connections", 2, true);
    }

    @Bean
    AddressPolicy addressPolicy(ConnectionsSettings settings) {
        return new AddressPolicy(settings.allow(), settings.deny());
    }

    @Bean
    ConnectionOpener connectionOpener(
            AddressPolicy policy,
            ConnectionsSettings settings,
            Scheduler virtualThreads,
            LoopResources connectionLoops,
            DemoSettings demo) {
        return new ConnectionOpener(
                new PostgresConnections(policy, settings, virtualThreads, connectionLoops),
                new ForeignServers(policy, settings, virtualThreads, connectionLoops),
                demo.uri());
    }

    @Bean
    Connectors connectors(ConnectionOpener opener, Vault vault, Scheduler virtualThreads) {
        return new Connectors(opener, vault, virtualThreads);
    }

    @Bean
    ToolGateway toolGateway(
            Queries queries,
            Commands commands,
            LastWrites writes,
            Connectors connectors,
            ConnectionsSettings settings) {
        return new RecordingToolGateway(queries, commands, writes, connectors, settings);
    }

    @Bean(destroyMethod = "close")
    ConnectionWatch connectionWatch(
            Connectors connectors, Commands commands, ConnectionsSettings settings) {
        return new ConnectionWatch(connectors, commands, settings);
    }
}
