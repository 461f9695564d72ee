package io.daybook.api.connections;

import io.daybook.api.mcp.ConnectionOpener;
import io.daybook.api.mcp.DatabaseSchema;
import io.daybook.api.mcp.ToolDefinition;
import io.daybook.api.mcp.ToolGateway;
import io.daybook.api.platform.Answers;
import io.daybook.api.platform.Caller;
import io.daybook.api.platform.Commands;
import io.daybook.api.platform.Needs;
import io.daybook.api.platform.Page;
import io.daybook.api.platform.Permission;
import io.daybook.api.platform.Position;
import io.daybook.api.platform.ProblemException;
import io.daybook.api.platform.Queries;
import io.daybook.messages.connections.ConnectionById;
import io.daybook.messages.connections.ConnectionList;
import io.daybook.messages.connections.ConnectionsOfUser;
import io.daybook.messages.connections.DatabaseConnection;
import io.daybook.messages.connections.SelectConnection;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;

import java.net.URI;
import java.util.UUID;

/** The connections of a person. */
@RestController
@RequestMapping("/api/connections")
final class ConnectionEndpoints {

    private final Connecting connecting;
    private final ConnectionOpener opener;
    private final ToolGateway gateway;
    private final Commands commands;
    private final Queries queries;

    ConnectionEndpoints(
            Connecting connecting,
            ConnectionOpener opener,
            ToolGateway gateway,
            Commands commands,
            Queries queries) {
        this.connecting = connecting;
        this.opener = opener;
        this.gateway = gateway;
        this.commands = commands;
        this.queries = queries;
    }

    /** Own connections, oldest first. */
    @GetMapping
    @Needs(Permission.CONNECTIONS_USE)
    Mono<Page<ConnectionItem>> list(@AuthenticationPrincipal Caller caller, Position position) {
        return queries.ask(
                        new ConnectionsOfUser(caller.userId()),
                        ConnectionList.class,
                        position.value())
                .map(list -> Page.whole(list.items().stream().map(ConnectionItem::of).toList()));
    }

    /** Tests what is to be connected and connects it; 422 with the reason when it does not work. */
    @PostMapping
    @Needs(Permission.CONNECTIONS_USE)
    Mono<ResponseEntity<ConnectionItem>> connect(
            @AuthenticationPrincipal Caller caller, @RequestBody NewConnection wanted) {
        return connecting
                .connect(wanted, caller)
                .flatMap(
                        done ->
                                one(caller, done.answer(), done.position())
                                        .map(
                                                item ->
                                                        Answers.at(
                                                                        HttpStatus.CREATED,
                                                                        done.position())
                                                                .location(
                                                                        URI.create(
                                                                                "/api/connections/"
                                                                                        + item
                                                                                                .id()))
                                                                .body(item)));
    }

    /** What the installation itself offers. */
    @GetMapping("/offers")
    @Needs(Permission.CONNECTIONS_USE)
    Offers offers() {
        return Offers.of(opener.hasStore());
    }

    /** One of them, and how it is at this moment. */
    @GetMapping("/{id}")
    @Needs(Permission.CONNECTIONS_USE)
    Mono<ConnectionItem> get(
            @AuthenticationPrincipal Caller caller, @PathVariable UUID id, Position position) {
        return one(caller, id, position.value());
    }

    /** Disconnects for good: sessions end at once, the secret is deleted. */
    @DeleteMapping("/{id}")
    @Needs(Permission.CONNECTIONS_USE)
    Mono<ResponseEntity<Void>> disconnect(
            @AuthenticationPrincipal Caller caller, @PathVariable UUID id, Position position) {
        return one(caller, id, position.value())
                .then(Answers.nothing(connecting.disconnect(id, caller)));
    }

    /** Tries again and tells how it went. */
    @PostMapping("/{id}/reconnect")
    @Needs(Permission.CONNECTIONS_USE)
    Mono<ResponseEntity<ConnectionItem>> reconnect(
            @AuthenticationPrincipal Caller caller, @PathVariable UUID id, Position position) {
        return owned(caller, id, position.value())
                .flatMap(connection -> connecting.reconnect(connection, caller))
                .flatMap(
                        done ->
                                one(caller, id, done.position() < 0 ? null : done.position())
                                        .map(
                                                item ->
                                                        Answers.at(HttpStatus.OK, done.position())
                                                                .body(item)));
    }

    /** Works with this connection from now on. */
    @PostMapping("/{id}/select")
    @Needs(Permission.CONNECTIONS_USE)
    Mono<ResponseEntity<Void>> select(
            @AuthenticationPrincipal Caller caller, @PathVariable UUID id, Position position) {
        return one(caller, id, position.value())
                .then(Answers.nothing(commands.send(new SelectConnection(id), caller.actor())));
    }

    /** The tools that it offers. */
    @GetMapping("/{id}/tools")
    @Needs(Permission.CONNECTIONS_USE)
    Mono<Page<ToolDefinition>> tools(
            @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return gateway.tools(caller, id).map(Page::whole).onErrorMap(ConnectionProblems::of);
    }

    /** The tables and columns that its role may read. */
    @GetMapping("/{id}/schema")
    @Needs(Permission.CONNECTIONS_USE)
    Mono<DatabaseSchema> schema(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return gateway.schema(caller, id).onErrorMap(ConnectionProblems::of);
    }

    private Mono<ConnectionItem> one(Caller caller, UUID id, @Nullable Long position) {
        return owned(caller, id, position).map(ConnectionItem::of);
    }

    private Mono<DatabaseConnection> owned(Caller caller, UUID id, @Nullable Long position) {
        return queries.ask(
                        new ConnectionById(id, caller.userId()), DatabaseConnection.class, position)
                .switchIfEmpty(
                        Mono.error(
                                () ->
                                        new ProblemException(
                                                HttpStatus.NOT_FOUND,
                                                "connection-not-found",
                                                "There is no such connection.")));
    }
}
