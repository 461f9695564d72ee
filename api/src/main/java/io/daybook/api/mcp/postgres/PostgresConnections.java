package io.daybook.api.mcp.postgres;

import io.daybook.api.mcp.ConnectionsSettings;
import io.daybook.api.mcp.Connector;
import io.daybook.api.mcp.addresses.AddressPolicy;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.netty.resources.LoopResources;

/** Tests and opens connections to PostgreSQL databases. */
public final class PostgresConnections {

    private final PostgresDoor door;
    private final ConnectionsSettings settings;

    public PostgresConnections(
            AddressPolicy policy,
            ConnectionsSettings settings,
            Scheduler virtualThreads,
            LoopResources loops) {
        this.door = new PostgresDoor(policy, settings, virtualThreads, loops);
        this.settings = settings;
    }

    /** Goes in and out once: completes when the address works, fails with the reason otherwise. */
    public Mono<Void> test(PostgresAddress address) {
        return door.open(address).flatMap(PostgresSession::close);
    }

    /** A connector that opens sessions when they are needed. */
    public Connector open(PostgresAddress address) {
        return new PostgresConnector(door.open(address), settings);
    }
}
