package io.daybook.api.connections;

import io.daybook.api.mcp.ConnectionOpener;
import io.daybook.api.mcp.Connectors;
import io.daybook.api.mcp.ToolFailure;
import io.daybook.api.platform.Caller;
import io.daybook.api.platform.Commands;
import io.daybook.api.platform.Written;
import io.daybook.messages.connections.DatabaseConnection;
import io.daybook.messages.connections.EstablishConnection;
import io.daybook.messages.connections.RemoveConnection;
import io.daybook.messages.connections.ReportConnection;
import io.daybook.platform.Identifiers;
import io.daybook.platform.vault.Vault;

import org.jspecify.annotations.Nullable;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import java.util.UUID;

/**
 * Connects: tests first, keeps the secret in the vault, and then records it. A secret whose
 * connection was refused does not stay.
 */
final class Connecting {

    private final ConnectionOpener opener;
    private final Connectors connectors;
    private final Vault vault;
    private final Commands commands;
    private final Scheduler virtualThreads;

    Connecting(
            ConnectionOpener opener,
            Connectors connectors,
            Vault vault,
            Commands commands,
            Scheduler virtualThreads) {
        this.opener = opener;
        this.connectors = connectors;
        this.vault = vault;
        this.commands = commands;
        this.virtualThreads = virtualThreads;
    }

    /** The identifier of the new connection with the position at which it stands in the log. */
    Mono<Written<UUID>> connect(NewConnection wanted, Caller caller) {
        return Mono.fromSupplier(wanted::secret)
                .flatMap(
                        secret ->
                                opener.test(wanted.wanted(), secret)
                                        .then(Mono.defer(() -> establish(wanted, secret, caller))))
                .onErrorMap(ConnectionProblems::of);
    }

    /** Tests a connection again and records what that showed. */
    Mono<Written<UUID>> reconnect(DatabaseConnection connection, Caller caller) {
        UUID id = connection.connectionId();
        return connectors
                .close(id)
                .then(secretOf(connection))
                .flatMap(secret -> opener.test(connection.kind(), secret))
                .then(Mono.defer(() -> report(id, null, caller)))
                .onErrorResume(ToolFailure.class, failure -> report(id, failure.reason(), caller));
    }

    /** Ends its sessions at once and forgets it. */
    Mono<Written<UUID>> disconnect(UUID id, Caller caller) {
        return this.<Object>send(new RemoveConnection(id), caller)
                .flatMap(
                        done ->
                                connectors
                                        .close(id)
                                        .thenReturn(new Written<>(id, done.position())));
    }

    private Mono<Written<UUID>> establish(NewConnection wanted, String secret, Caller caller) {
        UUID id = Identifiers.forNew();
        String server = opener.server(wanted.wanted(), secret);
        return Mono.fromCallable(() -> vault.put(caller.userId(), secret))
                .subscribeOn(virtualThreads)
                .flatMap(
                        ref ->
                                send(
                                                new EstablishConnection(
                                                        id,
                                                        wanted.nameOr(server),
                                                        wanted.wanted(),
                                                        server,
                                                        ref),
                                                caller)
                                        .onErrorResume(
                                                refused -> forget(ref).then(Mono.error(refused))))
                .map(done -> new Written<>(id, done.position()));
    }

    private Mono<Void> forget(UUID ref) {
        return Mono.<Void>fromRunnable(() -> vault.remove(ref))
                .subscribeOn(virtualThreads)
                .onErrorComplete();
    }

    private Mono<String> secretOf(DatabaseConnection connection) {
        return Mono.fromCallable(() -> vault.get(connection.secretRef()).orElse(""))
                .subscribeOn(virtualThreads);
    }

    private Mono<Written<UUID>> report(UUID id, @Nullable String reason, Caller caller) {
        return send(new ReportConnection(id, reason), caller)
                .map(done -> new Written<>(id, done.position()));
    }

    private <R> Mono<Written<@Nullable R>> send(Object command, Caller caller) {
        return commands.send(command, caller.actor());
    }
}
