package io.daybook.api.mcp.postgres;

import io.daybook.api.mcp.ConnectionsSettings;
import io.daybook.api.mcp.addresses.AddressPolicy;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.api.PostgresqlConnection;

import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.resources.LoopResources;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;

/** Ways into databases for tests. */
public final class Doors {

    private static final Scheduler VIRTUAL_THREADS =
            Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor());
    private static final LoopResources LOOPS = LoopResources.create("test", 1, true);

    private Doors() {}

    public static PostgresConnections connections(ConnectionsSettings settings) {
        return new PostgresConnections(
                new AddressPolicy(settings.allow(), settings.deny()),
                settings,
                VIRTUAL_THREADS,
                LOOPS);
    }

    /** A session without any check of the role, to try one layer alone. */
    static PostgresSession unguarded(PostgresAddress address) {
        PostgresqlConnection connection =
                new PostgresqlConnectionFactory(
                                PostgresqlConnectionConfiguration.builder()
                                        .host(address.host())
                                        .port(address.port())
                                        .database(address.database())
                                        .username(address.user())
                                        .password(address.password().value())
                                        .preparedStatementCacheQueries(0)
                                        .build())
                        .create()
                        .block(Duration.ofSeconds(10));
        return new PostgresSession(Objects.requireNonNull(connection), new InboundBudget(1L << 30));
    }
}
