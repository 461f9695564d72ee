package io.daybook.api.assistant.runs;

import io.daybook.api.mcp.DatabaseSchema;
import io.daybook.api.mcp.ToolDefinition;
import io.daybook.api.mcp.ToolFailure;
import io.daybook.api.mcp.ToolGateway;
import io.daybook.api.mcp.ToolResult;
import io.daybook.api.platform.Caller;
import io.daybook.platform.postgres.TestDatabase;

import org.jspecify.annotations.Nullable;

import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The tools of one real database, without the protections of the real gateway. */
public final class DirectGateway implements ToolGateway {

    private final TestDatabase database;
    private final DatabaseSchema schema;

    public DirectGateway(TestDatabase database, DatabaseSchema schema) {
        this.database = database;
        this.schema = schema;
    }

    @Override
    public Mono<List<ToolDefinition>> tools(Caller caller, UUID connectionId) {
        Map<String, Object> input =
                Map.of(
                        "type", "object",
                        "properties",
                                Map.of(
                                        "sql",
                                        Map.of("type", "string", "description", "One SELECT")),
                        "required", List.of("sql"));
        return Mono.just(
                List.of(
                        new ToolDefinition(
                                "run_query",
                                "Run a query",
                                "Runs one statement that reads",
                                input)));
    }

    @Override
    public Mono<ToolResult> call(
            Caller caller,
            @Nullable UUID runId,
            UUID connectionId,
            String tool,
            Map<String, Object> arguments) {
        if (!tool.equals("run_query")) {
            return Mono.error(new ToolFailure("unknown-tool", "There is no such tool."));
        }
        return Mono.create(sink -> Thread.ofVirtual().start(() -> run(sink, arguments)));
    }

    private void run(MonoSink<ToolResult> sink, Map<String, Object> arguments) {
        CountDownLatch done = new CountDownLatch(1);
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            sink.onDispose(() -> Thread.ofVirtual().start(() -> cancel(statement, done)));
            ToolResult result = read(statement.executeQuery(String.valueOf(arguments.get("sql"))));
            done.countDown();
            sink.success(result);
        } catch (SQLException failed) {
            sink.error(new ToolFailure("statement-refused", String.valueOf(failed.getMessage())));
        } finally {
            done.countDown();
        }
    }

    @Override
    public Mono<DatabaseSchema> schema(Caller caller, UUID connectionId) {
        return Mono.just(schema);
    }

    /** How many statements of this text are being run by the database. */
    public int running(String text) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery(
                                "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND"
                                        + " pid <> pg_backend_pid() AND query LIKE '%"
                                        + text
                                        + "%'")) {
            result.next();
            return result.getInt(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                database.jdbcUrl(), database.user(), database.password());
    }

    /** Again and again: a cancellation that arrives before the statement has begun is lost. */
    private static void cancel(Statement statement, CountDownLatch done) {
        try {
            while (!done.await(50, TimeUnit.MILLISECONDS)) {
                statement.cancel();
            }
        } catch (SQLException ended) {
            // it has ended by itself
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static ToolResult read(ResultSet result) throws SQLException {
        ResultSetMetaData data = result.getMetaData();
        List<ToolResult.Column> columns = new ArrayList<>();
        for (int column = 1; column <= data.getColumnCount(); column++) {
            columns.add(
                    new ToolResult.Column(
                            data.getColumnLabel(column), type(data.getColumnType(column))));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        while (result.next()) {
            List<@Nullable Object> row = new ArrayList<>();
            for (int column = 1; column <= data.getColumnCount(); column++) {
                Object value = result.getObject(column);
                row.add(
                        value instanceof Number || value instanceof Boolean || value == null
                                ? value
                                : value.toString());
            }
            rows.add(row);
        }
        return new ToolResult(columns, rows, false, 0, 1, null);
    }

    private static String type(int type) {
        return switch (type) {
            case Types.INTEGER,
                    Types.BIGINT,
                    Types.NUMERIC,
                    Types.SMALLINT,
                    Types.DOUBLE,
                    Types.REAL ->
                    "number";
            case Types.DATE -> "date";
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> "timestamp";
            case Types.BIT, Types.BOOLEAN -> "boolean";
            default -> "text";
        };
    }
}
