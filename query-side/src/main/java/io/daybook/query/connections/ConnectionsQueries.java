package io.daybook.query.connections;

import static io.daybook.query.platform.Rows.at;
import static io.daybook.query.platform.Rows.atOrNull;
import static io.daybook.query.platform.Rows.id;
import static io.daybook.query.platform.Rows.need;
import static io.daybook.query.platform.Rows.text;

import io.daybook.messages.connections.ConnectionById;
import io.daybook.messages.connections.ConnectionKind;
import io.daybook.messages.connections.ConnectionList;
import io.daybook.messages.connections.ConnectionStatus;
import io.daybook.messages.connections.ConnectionsOfUser;
import io.daybook.messages.connections.DatabaseConnection;
import io.daybook.query.platform.Rows;
import io.r2dbc.spi.Readable;

import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Answers which connections a person has. */
public final class ConnectionsQueries {

    private static final String SELECT =
            """
            select c.*, s.connection_id is not null as selected
            from read.connections c
            left join read.selected_connections s on s.owner_id = c.owner_id and s.connection_id = c.connection_id
            """;

    private final Rows rows;

    public ConnectionsQueries(Rows rows) {
        this.rows = rows;
    }

    @QueryHandler
    CompletableFuture<ConnectionList> answer(ConnectionsOfUser query) {
        return rows.list(
                        SELECT + "where c.owner_id = :owner order by c.connection_id",
                        Map.of("owner", query.userId()),
                        ConnectionsQueries::connection)
                .thenApply(ConnectionList::new);
    }

    @QueryHandler
    CompletableFuture<@Nullable DatabaseConnection> answer(ConnectionById query) {
        return rows.first(
                SELECT + "where c.connection_id = :connection and c.owner_id = :reader",
                Map.of("connection", query.connectionId(), "reader", query.readerId()),
                ConnectionsQueries::connection);
    }

    private static DatabaseConnection connection(Readable row) {
        return new DatabaseConnection(
                id(row, "connection_id"),
                id(row, "owner_id"),
                text(row, "name"),
                ConnectionKind.valueOf(need(row, "kind", String.class)),
                ConnectionStatus.valueOf(need(row, "status", String.class)),
                text(row, "reason"),
                atOrNull(row, "last_worked_at"),
                text(row, "server"),
                need(row, "selected", Boolean.class),
                id(row, "secret_ref"),
                at(row, "created_at"));
    }
}
