package io.daybook.api.mcp.postgres;

import io.daybook.api.mcp.DatabaseSchema;

import org.jspecify.annotations.Nullable;

import reactor.core.publisher.Mono;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads which tables and columns the role may read, in one transaction of two statements. */
final class SchemaReading {

    private static final String VISIBLE =
            """
            c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition
              AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_(toast|temp)'
              AND pg_catalog.has_schema_privilege(n.oid, 'USAGE')
              AND pg_catalog.has_any_column_privilege(c.oid, 'SELECT')
            """;

    private static final String TABLES =
            """
            SELECT n.nspname, c.relname,
              CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view'
                WHEN 'f' THEN 'foreign table' ELSE 'table' END,
              CASE WHEN c.relkind = 'p' THEN coalesce((SELECT sum(p.reltuples) FILTER (WHERE p.reltuples > 0)
                  FROM pg_catalog.pg_inherits i JOIN pg_catalog.pg_class p ON p.oid = i.inhrelid
                  WHERE i.inhparent = c.oid), -1)
                WHEN c.relkind = 'v' THEN -1 ELSE c.reltuples END::bigint,
              pg_catalog.obj_description(c.oid, 'pg_class')
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE %s ORDER BY n.nspname, c.relname LIMIT 2000
            """
                    .formatted(VISIBLE);

    private static final String COLUMNS =
            """
            SELECT n.nspname, c.relname, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod),
              NOT a.attnotnull,
              EXISTS (SELECT FROM pg_catalog.pg_constraint k
                      WHERE k.conrelid = c.oid AND k.contype = 'p' AND a.attnum = ANY (k.conkey)),
              (SELECT rn.nspname || '.' || r.relname || '.' || ra.attname
               FROM pg_catalog.pg_constraint k
               JOIN LATERAL ROWS FROM (unnest(k.conkey), unnest(k.confkey)) AS pair (here, there) ON pair.here = a.attnum
               JOIN pg_catalog.pg_class r ON r.oid = k.confrelid
               JOIN pg_catalog.pg_namespace rn ON rn.oid = r.relnamespace
               JOIN pg_catalog.pg_attribute ra ON ra.attrelid = r.oid AND ra.attnum = pair.there
               WHERE k.conrelid = c.oid AND k.contype = 'f' ORDER BY k.conname LIMIT 1),
              pg_catalog.col_description(c.oid, a.attnum)
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
            WHERE %s AND a.attnum > 0 AND NOT a.attisdropped
              AND pg_catalog.has_column_privilege(c.oid, a.attnum, 'SELECT')
            ORDER BY n.nspname, c.relname, a.attnum LIMIT 40000
            """
                    .formatted(VISIBLE);

    private SchemaReading() {}

    static Mono<DatabaseSchema> in(PostgresSession session, Duration statementTimeout) {
        return session.begin(statementTimeout)
                .then(Mono.defer(() -> session.read(TABLES)))
                .flatMap(tables -> session.read(COLUMNS).map(columns -> schema(tables, columns)));
    }

    private static DatabaseSchema schema(TextTable tables, TextTable columns) {
        Map<String, List<DatabaseSchema.Column>> byTable = new HashMap<>();
        for (List<@Nullable String> row : columns.rows()) {
            byTable.computeIfAbsent(key(row), table -> new ArrayList<>()).add(column(row));
        }
        return new DatabaseSchema(
                tables.rows().stream()
                        .map(row -> table(row, byTable.getOrDefault(key(row), List.of())))
                        .toList());
    }

    private static DatabaseSchema.Table table(
            List<@Nullable String> row, List<DatabaseSchema.Column> columns) {
        return new DatabaseSchema.Table(
                text(row, 0),
                text(row, 1),
                text(row, 2),
                Long.parseLong(text(row, 3)),
                row.get(4),
                columns);
    }

    private static DatabaseSchema.Column column(List<@Nullable String> row) {
        return new DatabaseSchema.Column(
                text(row, 2),
                text(row, 3),
                text(row, 4).equals("t"),
                text(row, 5).equals("t"),
                row.get(6),
                row.get(7));
    }

    private static String key(List<@Nullable String> row) {
        return text(row, 0) + '\0' + text(row, 1);
    }

    private static String text(List<@Nullable String> row, int index) {
        return Objects.requireNonNull(row.get(index));
    }
}
