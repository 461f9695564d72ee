package io.daybook.api.mcp.postgres;

import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.api.PostgresqlResult;
import io.r2dbc.spi.ColumnMetadata;
import io.r2dbc.spi.Row;
import io.r2dbc.spi.RowMetadata;
import io.r2dbc.spi.ValidationDepth;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One session in a database, with the few things that Daybook ever says in it. */
final class PostgresSession {

    private static final Duration CLEANING = Duration.ofSeconds(5);

    private final PostgresqlConnection connection;
    private final InboundBudget budget;
    private volatile String reader = "";

    PostgresSession(PostgresqlConnection connection, InboundBudget budget) {
        this.connection = connection;
        this.budget = budget;
    }

    /** Every transaction drops to this role from now on. */
    void readAs(String role) {
        reader = "; SET LOCAL ROLE \"" + role.replace("\"", "\"\"") + "\"";
    }

    /** Begins a transaction in which nothing can be written and nothing takes forever. */
    Mono<Void> begin(Duration statementTimeout) {
        budget.renew();
        return Flux.from(own(ReadOnly.begin(statementTimeout) + reader)).then();
    }

    /** Says a text of our own, by the simple protocol: every value comes as text. */
    Mono<TextTable> read(String ownText) {
        return gather(own(ownText));
    }

    /**
     * Says a text that contains somebody else's statement, by the extended protocol, in which a
     * second statement is an error: the fetch size is what makes the driver use it.
     */
    Mono<TextTable> say(String foreignText) {
        return Mono.defer(
                () -> gather(connection.createStatement(foreignText).fetchSize(1_000).execute()));
    }

    /** Undoes whatever a call left: transaction, cursors, settings, locks. */
    Mono<Void> clean() {
        return Flux.from(own("ROLLBACK")).thenMany(own("DISCARD ALL")).then().timeout(CLEANING);
    }

    /** Stops the running statement in the database, then hangs up. */
    Mono<Void> abort() {
        return connection.cancelRequest().timeout(CLEANING).onErrorComplete().then(close());
    }

    Mono<Void> close() {
        return connection.close().timeout(CLEANING).onErrorComplete();
    }

    /** Whether nothing can be said in it any more. */
    boolean closed() {
        return budget.spent()
                || !connection.validate(ValidationDepth.LOCAL).toFuture().getNow(true);
    }

    /** Whether the answer was so large that the line was cut. */
    boolean flooded() {
        return budget.spent();
    }

    private Flux<PostgresqlResult> own(String text) {
        return Flux.defer(() -> connection.createStatement(text).execute());
    }

    private static Mono<TextTable> gather(Publisher<PostgresqlResult> results) {
        List<TextTable.TextColumn> columns = new ArrayList<>();
        return Flux.from(results)
                .concatMap(result -> result.map((row, metadata) -> texts(row, metadata, columns)))
                .collectList()
                .map(rows -> new TextTable(List.copyOf(columns), rows));
    }

    private static List<@Nullable String> texts(
            Row row, RowMetadata metadata, List<TextTable.TextColumn> columns) {
        List<? extends ColumnMetadata> described = metadata.getColumnMetadatas();
        if (columns.isEmpty()) {
            described.forEach(
                    column -> columns.add(new TextTable.TextColumn(column.getName(), oid(column))));
        }
        List<@Nullable String> values = new ArrayList<>(described.size());
        for (int index = 0; index < described.size(); index++) {
            values.add(row.get(index, String.class));
        }
        return values;
    }

    private static int oid(ColumnMetadata column) {
        return column.getNativeTypeMetadata() instanceof Integer number ? number : 0;
    }
}
