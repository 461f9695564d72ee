package io.daybook.api.mcp.postgres;

import io.daybook.api.mcp.ConnectionsSettings;
import io.daybook.api.mcp.addresses.AddressPolicy;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.client.DefaultHostnameVerifier;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.netty.resources.LoopResources;

import java.net.IDN;
import java.net.InetAddress;
import java.util.List;

import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;

/**
 * Opens sessions: dials the address that the policy admitted, protects the way as asked, and lets
 * only a role in that cannot do harm.
 */
final class PostgresDoor {

    /** The wire carries more than the values: names, lengths, text of numbers, the plan. */
    private static final long WIRE_OVERHEAD = 16L * 1024 * 1024;

    private final AddressPolicy policy;
    private final ConnectionsSettings settings;
    private final Scheduler virtualThreads;
    private final LoopResources loops;

    PostgresDoor(
            AddressPolicy policy,
            ConnectionsSettings settings,
            Scheduler virtualThreads,
            LoopResources loops) {
        this.policy = policy;
        this.settings = settings;
        this.virtualThreads = virtualThreads;
        this.loops = loops;
    }

    /** A session that has proven harmless, or a failure with the reason. */
    Mono<PostgresSession> open(PostgresAddress address) {
        return Mono.fromCallable(() -> prepare(address))
                .subscribeOn(virtualThreads)
                .flatMap(resolved -> connect(address, resolved))
                .flatMap(this::admit)
                .timeout(settings.connectTimeout().plusSeconds(5))
                .onErrorMap(failure -> PostgresTroubles.connecting(failure, address));
    }

    /** Resolving names and reading the authorities of TLS block, so they come first. */
    private InetAddress prepare(PostgresAddress address) {
        InetAddress resolved = policy.resolve(address.host());
        if (address.tls().verifies()) {
            Authorities.usual();
        }
        return resolved;
    }

    private Mono<PostgresSession> connect(PostgresAddress address, InetAddress resolved) {
        InboundBudget budget = new InboundBudget(2L * settings.maxBytes() + WIRE_OVERHEAD);
        return new PostgresqlConnectionFactory(configuration(address, resolved, budget))
                .create()
                .timeout(settings.connectTimeout())
                .map(connection -> new PostgresSession(connection, budget));
    }

    private Mono<PostgresSession> admit(PostgresSession session) {
        return new RoleCheck(settings.allowWritableRoles())
                .apply(session)
                .onErrorResume(refused -> session.close().then(Mono.error(refused)))
                .doOnCancel(() -> session.close().subscribe());
    }

    private PostgresqlConnectionConfiguration configuration(
            PostgresAddress address, InetAddress resolved, InboundBudget budget) {
        PostgresqlConnectionConfiguration.Builder builder =
                PostgresqlConnectionConfiguration.builder()
                        .host(resolved.getHostAddress())
                        .port(address.port())
                        .database(address.database())
                        .username(address.user())
                        .password(address.password().value())
                        .applicationName("daybook")
                        .connectTimeout(settings.connectTimeout())
                        .preparedStatementCacheQueries(0)
                        .autodetectExtensions(false)
                        .loopResources(new BudgetedLoops(loops, budget))
                        .sslMode(address.tls().driver())
                        .sslSni(false)
                        .sslParameters(socket -> serverName(address.host()))
                        .sslHostnameVerifier(
                                (dialled, tls) ->
                                        DefaultHostnameVerifier.INSTANCE.verify(
                                                address.host(), tls));
        if (address.tls().verifies()) {
            builder.sslContextBuilderCustomizer(tls -> tls.trustManager(Authorities.usual()));
        }
        if (address.schema() != null) {
            builder.schema(address.schema());
        }
        return builder.build();
    }

    /** The name as written, since the driver itself only knows the address that it dials. */
    private static SSLParameters serverName(String host) {
        SSLParameters parameters = new SSLParameters();
        boolean literal = host.contains(":") || host.chars().allMatch(c -> c == '.' || c <= '9');
        if (!literal && !host.endsWith(".")) {
            parameters.setServerNames(List.of(new SNIHostName(IDN.toASCII(host))));
        }
        return parameters;
    }
}
