package io.daybook.api.mcp.postgres;

import io.daybook.api.mcp.DatabaseSchema;
import io.daybook.api.mcp.ToolFailure;
import io.daybook.api.mcp.ToolResult;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Answers the tools that look at the schema alone. */
final class SchemaAnswers {

    private static final List<ToolResult.Column> TABLES =
            List.of(
                    new ToolResult.Column("schema", "text"),
                    new ToolResult.Column("name", "text"),
                    new ToolResult.Column("kind", "text"),
                    new ToolResult.Column("rowEstimate", "number"),
                    new ToolResult.Column("comment", "text"));
    private static final List<ToolResult.Column> COLUMNS =
            List.of(
                    new ToolResult.Column("schema", "text"),
                    new ToolResult.Column("table", "text"),
                    new ToolResult.Column("column", "text"),
                    new ToolResult.Column("type", "text"),
                    new ToolResult.Column("nullable", "boolean"),
                    new ToolResult.Column("primaryKey", "boolean"),
                    new ToolResult.Column("references", "text"),
                    new ToolResult.Column("comment", "text"));
    private static final int MOST_MATCHES = 200;

    private SchemaAnswers() {}

    static ToolResult tables(DatabaseSchema schema, String only) {
        return result(
                TABLES,
                schema.tables().stream()
                        .filter(table -> only.isEmpty() || table.schema().equals(only))
                        .map(
                                table ->
                                        row(
                                                table.schema(),
                                                table.name(),
                                                table.kind(),
                                                table.rowEstimate(),
                                                table.comment()))
                        .toList(),
                Integer.MAX_VALUE);
    }

    static ToolResult columns(DatabaseSchema schema, String name) {
        List<DatabaseSchema.Table> found =
                schema.tables().stream()
                        .filter(
                                table ->
                                        name.equals(table.name())
                                                || name.equals(table.schema() + "." + table.name()))
                        .toList();
        if (found.isEmpty()) {
            throw new ToolFailure(
                    "no-such-table", "There is no table " + name + " that can be read.");
        }
        return result(
                COLUMNS, found.stream().flatMap(SchemaAnswers::rows).toList(), Integer.MAX_VALUE);
    }

    static ToolResult matches(DatabaseSchema schema, String query) {
        List<String> words = List.of(query.toLowerCase(Locale.ROOT).strip().split("[\\s_]+"));
        return result(
                COLUMNS,
                schema.tables().stream()
                        .flatMap(SchemaAnswers::rows)
                        .filter(row -> words.stream().allMatch(word -> mentions(row, word)))
                        .toList(),
                MOST_MATCHES);
    }

    private static boolean mentions(List<@Nullable Object> row, String word) {
        return Stream.of(1, 2, 7)
                .map(row::get)
                .anyMatch(
                        value ->
                                value != null
                                        && value.toString()
                                                .toLowerCase(Locale.ROOT)
                                                .contains(word));
    }

    private static Stream<List<@Nullable Object>> rows(DatabaseSchema.Table table) {
        return table.columns().stream()
                .map(
                        column ->
                                row(
                                        table.schema(),
                                        table.name(),
                                        column.name(),
                                        column.type(),
                                        column.nullable(),
                                        column.primaryKey(),
                                        column.references(),
                                        column.comment()));
    }

    private static List<@Nullable Object> row(@Nullable Object... values) {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    private static ToolResult result(
            List<ToolResult.Column> columns, List<List<@Nullable Object>> rows, int most) {
        List<List<@Nullable Object>> shown = rows.size() > most ? rows.subList(0, most) : rows;
        long bytes = shown.stream().mapToLong(row -> row.toString().length()).sum();
        return new ToolResult(columns, shown, rows.size() > most, bytes, 0, null);
    }
}
