package io.daybook.api.mcp;

import io.daybook.api.platform.Commands;
import io.daybook.messages.Actor;
import io.daybook.messages.connections.ReportConnection;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks after the connections in use: asks them for a sign of life, more rarely the longer they
 * fail, and reports what changed. Connections that nobody used for a while are closed.
 */
public final class ConnectionWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionWatch.class);
    private static final int LONGEST_PAUSE = 16;

    private final Connectors connectors;
    private final Commands commands;
    private final ConnectionsSettings settings;
    private final Map<UUID, Health> known = new ConcurrentHashMap<>();
    private final Disposable watching;

    public ConnectionWatch(Connectors connectors, Commands commands, ConnectionsSettings settings) {
        this.connectors = connectors;
        this.commands = commands;
        this.settings = settings;
        this.watching =
                Flux.interval(settings.watchInterval())
                        .onBackpressureDrop()
                        .concatMap(tick -> round().onErrorComplete())
                        .subscribe();
    }

    public void close() {
        watching.dispose();
    }

    /** Looks at every connection in use once. */
    Mono<Void> round() {
        List<OpenConnection> inUse = connectors.inUse();
        known.keySet().retainAll(inUse.stream().map(OpenConnection::connectionId).toList());
        return Flux.fromIterable(inUse).flatMap(this::look, 8).then();
    }

    private Mono<Void> look(OpenConnection connection) {
        if (connection.idleFor(settings.idleTimeout().multipliedBy(2))) {
            return connectors.close(connection.connectionId());
        }
        Health health = known.getOrDefault(connection.connectionId(), Health.UNKNOWN);
        if (health.pause() > 0) {
            known.put(connection.connectionId(), health.waited());
            return Mono.empty();
        }
        return connection
                .look()
                .flatMap(Connector::ping)
                .timeout(settings.connectTimeout().multipliedBy(2))
                .then(Mono.defer(() -> found(connection, health, null)))
                .onErrorResume(failure -> found(connection, health, reason(failure)));
    }

    private Mono<Void> found(OpenConnection connection, Health before, @Nullable String reason) {
        known.put(connection.connectionId(), before.next(reason));
        if (before.seen() && Objects.equals(before.reason(), reason)) {
            return Mono.empty();
        }
        return commands.send(new ReportConnection(connection.connectionId(), reason), Actor.SYSTEM)
                .onErrorResume(
                        failure -> {
                            LOG.warn(
                                    "A connection's state could not be recorded: {}",
                                    failure.toString());
                            return Mono.empty();
                        })
                .then();
    }

    private static String reason(Throwable failure) {
        return failure instanceof ToolFailure known ? known.reason() : "timed-out";
    }

    /** What the last look showed, and how many rounds to wait until the next one. */
    private record Health(boolean seen, @Nullable String reason, int failures, int pause) {

        static final Health UNKNOWN = new Health(false, null, 0, 0);

        Health next(@Nullable String found) {
            if (found == null) {
                return new Health(true, null, 0, 0);
            }
            return new Health(
                    true,
                    found,
                    failures + 1,
                    Math.min(LONGEST_PAUSE, 1 << Math.min(failures, 5)) - 1);
        }

        Health waited() {
            return new Health(seen, reason, failures, pause - 1);
        }
    }
}
