package io.daybook.benchmarks;

import io.daybook.api.mcp.ToolGateway;
import io.daybook.api.mcp.ToolResult;
import io.daybook.api.platform.Caller;
import io.daybook.messages.connections.ConnectionKind;
import io.daybook.messages.connections.EstablishConnection;
import io.daybook.messages.identity.Role;
import io.daybook.platform.Identifiers;
import io.daybook.platform.demo.DemoDatabase;
import io.daybook.platform.keys.PersonalKeys;
import io.daybook.platform.vault.Vault;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactories;

import org.springframework.r2dbc.core.DatabaseClient;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

/** The way of a primary-key query through the tool gateway beside the same query by R2DBC. */
final class ProxyBenchmark {

    private static final int TIMES = 2_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String QUESTION = "select id, name from products where id = ";

    private final House house;

    ProxyBenchmark(House house) {
        this.house = house;
    }

    void run() {
        String uri =
                DemoDatabase.prepare(
                        house.postgres(), house.folder(), LocalDate.now(ZoneOffset.UTC));
        Caller caller = new Caller(Identifiers.next(), Identifiers.next(), Role.USER, "192.0.2.7");
        UUID connection = Identifiers.next();
        house.room(PersonalKeys.class).obtain(caller.userId());
        UUID secret = house.room(Vault.class).put(caller.userId(), uri);
        house.send(
                new EstablishConnection(
                        connection, "Demo", ConnectionKind.POSTGRES, "127.0.0.1", secret),
                caller.actor());
        ToolGateway gateway = house.room(ToolGateway.class);
        ConnectionPool pool =
                new ConnectionPool(
                        ConnectionPoolConfiguration.builder(
                                        ConnectionFactories.get(
                                                uri.replaceFirst("postgresql", "r2dbc:postgresql")))
                                .maxSize(4)
                                .build());
        DatabaseClient direct = DatabaseClient.create(pool);
        median(number -> direct(direct, number));
        median(number -> proxied(gateway, caller, connection, number));
        Report.title("A primary-key query, one caller, median");
        double floor = median(number -> direct(direct, number));
        double hop = median(number -> proxied(gateway, caller, connection, number));
        Report.cost("run_query through the gateway", hop, floor, "ms");
        pool.dispose();
    }

    private static void direct(DatabaseClient client, int number) {
        client.sql(QUESTION + number).fetch().all().collectList().block(PATIENCE);
    }

    private static void proxied(ToolGateway gateway, Caller caller, UUID connection, int number) {
        ToolResult result =
                gateway.call(
                                caller,
                                null,
                                connection,
                                "run_query",
                                Map.of("sql", QUESTION + number))
                        .block(PATIENCE);
        if (result == null || result.rows().size() != 1) {
            throw new IllegalStateException("The gateway did not answer with one row: " + result);
        }
    }

    private static double median(Call call) {
        long[] times = new long[TIMES];
        for (int time = 0; time < TIMES; time++) {
            long start = System.nanoTime();
            call.once(1 + time % 300);
            times[time] = System.nanoTime() - start;
        }
        Arrays.sort(times);
        return times[TIMES / 2] / 1e6;
    }

    @FunctionalInterface
    private interface Call {
        void once(int number);
    }
}
