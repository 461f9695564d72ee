package io.daybook.api.mcp;

import io.daybook.api.platform.Caller;
import io.daybook.api.platform.Commands;
import io.daybook.api.platform.LastWrites;
import io.daybook.api.platform.Queries;
import io.daybook.messages.Actor;
import io.daybook.messages.connections.ConnectionById;
import io.daybook.messages.connections.ConnectionStatus;
import io.daybook.messages.connections.DatabaseConnection;
import io.daybook.messages.connections.ReportConnection;

import org.jspecify.annotations.Nullable;

import reactor.core.publisher.Mono;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Authorises by ownership, limits per person, records before and after, and only then calls. */
public final class RecordingToolGateway implements ToolGateway {

    /** Reasons that tell something about the connection, not about the call. */
    private static final Set<String> TROUBLES =
            Set.of(
                    "unreachable",
                    "wrong-password",
                    "unknown-database",
                    "tls-required",
                    "too-many-privileges",
                    "address-not-allowed");

    private final Queries queries;
    private final Commands commands;
    private final LastWrites writes;
    private final Connectors connectors;
    private final CallLimits limits;
    private final Duration longest;

    public RecordingToolGateway(
            Queries queries,
            Commands commands,
            LastWrites writes,
            Connectors connectors,
            ConnectionsSettings settings) {
        this.queries = queries;
        this.commands = commands;
        this.writes = writes;
        this.connectors = connectors;
        this.limits = new CallLimits(settings.callsAtOnce(), settings.callsPerMinute());
        this.longest = settings.statementTimeout().plus(settings.connectTimeout().multipliedBy(2));
    }

    @Override
    public Mono<List<ToolDefinition>> tools(Caller caller, UUID connectionId) {
        return owned(caller, connectionId)
                .flatMap(connectors::of)
                .flatMap(Connector::tools)
                .timeout(longest, late());
    }

    @Override
    public Mono<DatabaseSchema> schema(Caller caller, UUID connectionId) {
        return owned(caller, connectionId)
                .flatMap(connectors::of)
                .flatMap(Connector::schema)
                .timeout(longest, late());
    }

    @Override
    public Mono<ToolResult> call(
            Caller caller,
            @Nullable UUID runId,
            UUID connectionId,
            String tool,
            Map<String, Object> arguments) {
        return limits.within(
                caller.userId(),
                owned(caller, connectionId)
                        .flatMap(
                                connection ->
                                        recorded(caller, connection, runId, tool, arguments)));
    }

    private Mono<ToolResult> recorded(
            Caller caller,
            DatabaseConnection connection,
            @Nullable UUID runId,
            String tool,
            Map<String, Object> arguments) {
        return Mono.usingWhen(
                Mono.defer(
                        () ->
                                new CallRecord(commands, caller)
                                        .begin(connection, runId, tool, arguments)),
                record ->
                        connectors
                                .of(connection)
                                .flatMap(connector -> connector.call(tool, arguments))
                                .timeout(longest, late())
                                .flatMap(answer -> record.answered(answer).thenReturn(answer))
                                .doOnNext(answer -> recovered(connection))
                                .doOnError(failure -> troubled(connection, failure)),
                record -> Mono.empty(),
                CallRecord::failed,
                CallRecord::cancelled);
    }

    private Mono<DatabaseConnection> owned(Caller caller, UUID connectionId) {
        return queries.ask(
                        new ConnectionById(connectionId, caller.userId()),
                        DatabaseConnection.class,
                        writes.of(caller.sessionId()).value())
                .switchIfEmpty(
                        Mono.error(
                                () ->
                                        new ToolFailure(
                                                "connection-not-found",
                                                "There is no such connection.")));
    }

    private void recovered(DatabaseConnection connection) {
        if (connection.status() != ConnectionStatus.CONNECTED) {
            report(connection, null);
        }
    }

    private void troubled(DatabaseConnection connection, Throwable failure) {
        if (failure instanceof ToolFailure known && TROUBLES.contains(known.reason())) {
            report(connection, known.reason());
        }
    }

    /** Nobody waits for it: the watch would report the same a little later. */
    private void report(DatabaseConnection connection, @Nullable String reason) {
        commands.send(new ReportConnection(connection.connectionId(), reason), Actor.SYSTEM)
                .onErrorComplete()
                .subscribe();
    }

    private static <T> Mono<T> late() {
        return Mono.error(
                () -> new ToolFailure("timed-out", "The connection did not answer in time."));
    }
}
