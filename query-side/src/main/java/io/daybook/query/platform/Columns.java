package io.daybook.query.platform;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The columns of the tables of generations, as the database has them. */
final class Columns {

    private static final String ADDED = "added by an upgrade, not known of earlier rows";

    private final JdbcClient jdbc;

    Columns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A column: whether it is part of the key, and whether an upgrade added it, so that rows from
     * before say nothing in it.
     */
    record Column(String name, String type, boolean nullable, boolean key, boolean added) {

        /** What stands for "not known yet" where there has to be a value, if there is one. */
        Optional<String> neutral() {
            return switch (type) {
                case "text" -> Optional.of("''");
                case "bigint", "integer" -> Optional.of("0");
                case "boolean" -> Optional.of("false");
                case "timestamp with time zone", "date" -> Optional.of("'epoch'");
                case "uuid" -> Optional.of("'00000000-0000-0000-0000-000000000000'");
                default -> Optional.empty();
            };
        }
    }

    /** Those of a table by name, in order; none where there is no such table. */
    Map<String, Column> of(Generation generation, Table<?> table) {
        Map<String, Column> found = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select a.attname, format_type(a.atttypid, a.atttypmod), not a.attnotnull,
                               exists (select from pg_index i
                                       where i.indrelid = a.attrelid and i.indisprimary and a.attnum = any (i.indkey)),
                               coalesce(col_description(a.attrelid, a.attnum) = ?, false)
                        from pg_attribute a
                        where a.attrelid = to_regclass(?) and a.attnum > 0 and not a.attisdropped
                        order by a.attnum
                        """)
                .params(ADDED, generation.schema() + "." + table.name())
                .query(
                        row -> {
                            found.put(
                                    row.getString(1),
                                    new Column(
                                            row.getString(1),
                                            row.getString(2),
                                            row.getBoolean(3),
                                            row.getBoolean(4),
                                            row.getBoolean(5)));
                        });
        return found;
    }

    /** Notes that an upgrade added a column. */
    static String note(String table, Column column) {
        return "comment on column %s.%s is '%s'".formatted(table, column.name(), ADDED);
    }
}
