package io.daybook.api.mcp.postgres;

import io.daybook.api.mcp.ConnectionsSettings;
import io.daybook.api.mcp.Connector;
import io.daybook.api.mcp.DatabaseSchema;
import io.daybook.api.mcp.ToolDefinition;
import io.daybook.api.mcp.ToolFailure;
import io.daybook.api.mcp.ToolResult;

import reactor.core.publisher.Mono;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A person's PostgreSQL database as tools. */
final class PostgresConnector implements Connector {

    private static final Duration SCHEMA_KEPT = Duration.ofSeconds(60);

    private final ConnectionsSettings settings;
    private final SessionPool pool;
    private final StatementRun run;
    private final Mono<DatabaseSchema> schema;

    PostgresConnector(Mono<PostgresSession> open, ConnectionsSettings settings) {
        this.settings = settings;
        this.pool = new SessionPool(open, settings);
        this.schema =
                kept(pool.in(session -> SchemaReading.in(session, settings.statementTimeout())));
        Mono<DangerousNames> dangers =
                kept(
                        pool.in(session -> session.read(DangerousNames.SELECT))
                                .map(DangerousNames::of));
        this.run = new StatementRun(settings, () -> dangers);
    }

    @Override
    public Mono<List<ToolDefinition>> tools() {
        return Mono.just(DatabaseTools.definitions(settings.maxRows()));
    }

    @Override
    public Mono<ToolResult> call(String tool, Map<String, Object> arguments) {
        return switch (tool) {
            case DatabaseTools.RUN_QUERY -> query(arguments);
            case DatabaseTools.LIST_TABLES ->
                    schema.map(tables -> SchemaAnswers.tables(tables, text(arguments, "schema")));
            case DatabaseTools.DESCRIBE_TABLE ->
                    schema.map(tables -> SchemaAnswers.columns(tables, needed(arguments, "table")));
            case DatabaseTools.SEARCH_SCHEMA ->
                    schema.map(tables -> SchemaAnswers.matches(tables, needed(arguments, "query")));
            default ->
                    Mono.error(new ToolFailure("no-such-tool", "There is no tool " + tool + "."));
        };
    }

    @Override
    public Mono<DatabaseSchema> schema() {
        return schema;
    }

    @Override
    public Mono<Void> ping() {
        return pool.in(session -> session.read("SELECT 1")).then();
    }

    @Override
    public Mono<Void> close() {
        return pool.close();
    }

    private Mono<ToolResult> query(Map<String, Object> arguments) {
        return Mono.defer(
                () -> {
                    String sql = needed(arguments, "sql");
                    int rows =
                            arguments.get("maxRows") instanceof Number number
                                    ? Math.clamp(number.longValue(), 1, settings.maxRows())
                                    : settings.maxRows();
                    return pool.in(session -> run.in(session, sql, rows));
                });
    }

    private static String text(Map<String, Object> arguments, String name) {
        return arguments.get(name) instanceof String text ? text : "";
    }

    private static String needed(Map<String, Object> arguments, String name) {
        String text = text(arguments, name);
        if (text.isBlank()) {
            throw new ToolFailure("invalid-arguments", "The argument " + name + " is missing.");
        }
        return text;
    }

    /** Kept for a short while; a failure is not. */
    private static <T> Mono<T> kept(Mono<T> source) {
        return source.cacheInvalidateWhen(value -> Mono.delay(SCHEMA_KEPT).then());
    }
}
