package io.daybook.api.mcp;

import io.daybook.messages.connections.DatabaseConnection;
import io.daybook.platform.vault.Vault;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The connectors of this process: opened with the secret from the vault when first used, shared
 * afterwards.
 */
public final class Connectors {

    private final ConnectionOpener opener;
    private final Vault vault;
    private final Scheduler virtualThreads;
    private final Map<UUID, OpenConnection> open = new ConcurrentHashMap<>();

    public Connectors(ConnectionOpener opener, Vault vault, Scheduler virtualThreads) {
        this.opener = opener;
        this.vault = vault;
        this.virtualThreads = virtualThreads;
    }

    /** The connector of a connection that the caller has been found to own. */
    public Mono<Connector> of(DatabaseConnection connection) {
        return Mono.defer(
                () -> {
                    OpenConnection entry =
                            open.computeIfAbsent(
                                    connection.connectionId(),
                                    id -> new OpenConnection(id, opening(connection)));
                    return entry.use()
                            .doOnError(failed -> open.remove(entry.connectionId(), entry));
                });
    }

    /** Ends its sessions at once; the next use opens it anew. */
    public Mono<Void> close(UUID connectionId) {
        return Mono.defer(
                () -> {
                    OpenConnection entry = open.remove(connectionId);
                    return entry == null
                            ? Mono.empty()
                            : entry.look().flatMap(Connector::close).onErrorComplete();
                });
    }

    /** Ends everything. */
    public Mono<Void> closeAll() {
        return Flux.fromIterable(List.copyOf(open.keySet())).flatMap(this::close).then();
    }

    List<OpenConnection> inUse() {
        return List.copyOf(open.values());
    }

    private Mono<Connector> opening(DatabaseConnection connection) {
        return Mono.fromCallable(
                        () ->
                                opener.open(
                                        connection.kind(),
                                        vault.get(connection.secretRef())
                                                .orElseThrow(
                                                        () ->
                                                                new ToolFailure(
                                                                        "connection-not-found",
                                                                        "There is no such"
                                                                                + " connection."))))
                .subscribeOn(virtualThreads);
    }
}
