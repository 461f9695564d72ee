package io.daybook.api.assistant.analyst;

import io.daybook.api.assistant.catalog.Column;
import io.daybook.api.mcp.DatabaseSchema;
import io.daybook.platform.postgres.TestDatabase;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A database with known rows, asked through the analyst on the 20th of November 2026. */
final class Sample {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC);

    private final TestDatabase database = TestDatabase.create();
    private final DatabaseSchema schema;

    Sample(String ddl) {
        execute(ddl);
        this.schema = read();
    }

    /** The rows of the answer, values divided by bars. */
    List<String> ask(String question) {
        return rows(sql(question));
    }

    String sql(String question) {
        return switch (propose(question)) {
            case Proposal.Statement statement -> statement.sql();
            case Proposal.Regret regret -> "-- " + regret.message();
        };
    }

    Proposal propose(String question) {
        return new Analyst(CLOCK).propose(schema, question, this::find);
    }

    private List<ValueSearch.Hit> find(List<Column> columns, List<String> phrases) {
        return ValueQuery.hits(columns, table(ValueQuery.sql(columns, phrases)));
    }

    private List<String> rows(String sql) {
        List<String> rows = new ArrayList<>();
        if (sql.startsWith("--")) {
            return List.of(sql);
        }
        for (List<@Nullable Object> row : table(sql)) {
            rows.add(String.join("|", row.stream().map(String::valueOf).toList()));
        }
        return rows;
    }

    private List<List<@Nullable Object>> table(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<List<@Nullable Object>> rows = new ArrayList<>();
            while (result.next()) {
                List<@Nullable Object> row = new ArrayList<>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    row.add(result.getObject(column));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException wrong) {
            throw new AssertionError(wrong.getMessage() + "\n" + sql, wrong);
        }
    }

    private void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            statement.execute("ANALYZE");
        } catch (SQLException wrong) {
            throw new AssertionError(wrong);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                database.jdbcUrl(), database.user(), database.password());
    }

    private DatabaseSchema read() {
        Map<String, List<DatabaseSchema.Column>> tables = new LinkedHashMap<>();
        for (List<@Nullable Object> row : table(COLUMNS)) {
            String table = row.get(0) + "." + row.get(1);
            tables.computeIfAbsent(table, ignored -> new ArrayList<>())
                    .add(
                            new DatabaseSchema.Column(
                                    String.valueOf(row.get(2)),
                                    String.valueOf(row.get(3)),
                                    Boolean.TRUE.equals(row.get(4)),
                                    Boolean.TRUE.equals(row.get(5)),
                                    (String) row.get(6),
                                    (String) row.get(7)));
        }
        List<DatabaseSchema.Table> found = new ArrayList<>();
        tables.forEach(
                (name, columns) -> {
                    int dot = name.indexOf('.');
                    found.add(
                            new DatabaseSchema.Table(
                                    name.substring(0, dot),
                                    name.substring(dot + 1),
                                    "table",
                                    10,
                                    null,
                                    columns));
                });
        return new DatabaseSchema(found);
    }

    private static final String COLUMNS =
            """
            SELECT n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod), NOT a.attnotnull,
                   EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'p' AND a.attnum = ANY (k.conkey)),
                   (SELECT fn.nspname || '.' || f.relname || '.' || fa.attname
                      FROM pg_constraint k
                      JOIN pg_class f ON f.oid = k.confrelid
                      JOIN pg_namespace fn ON fn.oid = f.relnamespace
                      JOIN pg_attribute fa ON fa.attrelid = f.oid AND fa.attnum = k.confkey[1]
                     WHERE k.conrelid = c.oid AND k.contype = 'f' AND k.conkey = ARRAY[a.attnum] LIMIT 1),
                   col_description(c.oid, a.attnum)
              FROM pg_class c
              JOIN pg_namespace n ON n.oid = c.relnamespace
              JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
             WHERE c.relkind IN ('r', 'v') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
             ORDER BY 1, 2, a.attnum
            """;
}
