package io.daybook.api.mcp.postgres;

import io.daybook.api.mcp.ToolDefinition;

import java.util.List;
import java.util.Map;

/** The tools that every PostgreSQL connection offers, as MCP describes them. */
public final class DatabaseTools {

    public static final String LIST_TABLES = "list_tables";
    public static final String DESCRIBE_TABLE = "describe_table";
    public static final String RUN_QUERY = "run_query";
    public static final String SEARCH_SCHEMA = "search_schema";

    private DatabaseTools() {}

    /** All four. */
    public static List<ToolDefinition> definitions(int maxRows) {
        return List.of(
                new ToolDefinition(
                        LIST_TABLES,
                        "List tables",
                        "Lists the tables and views that can be read, with estimated row counts.",
                        schema(Map.of("schema", text("Only tables of this schema.")), List.of())),
                new ToolDefinition(
                        DESCRIBE_TABLE,
                        "Describe a table",
                        "Lists the columns of a table or view with types, keys and references.",
                        schema(
                                Map.of(
                                        "table",
                                        text("Name of the table, with or without its schema.")),
                                List.of("table"))),
                new ToolDefinition(
                        RUN_QUERY,
                        "Run a query",
                        "Runs one SQL query (PostgreSQL) that only reads, and answers its rows.",
                        schema(
                                Map.of(
                                        "sql",
                                        text("One SELECT, WITH, VALUES or TABLE statement."),
                                        "maxRows",
                                        Map.of(
                                                "type",
                                                "integer",
                                                "minimum",
                                                1,
                                                "maximum",
                                                maxRows,
                                                "description",
                                                "How many rows to answer at most.")),
                                List.of("sql"))),
                new ToolDefinition(
                        SEARCH_SCHEMA,
                        "Search the schema",
                        "Finds tables and columns whose name or comment contains a text.",
                        schema(Map.of("query", text("Words to look for.")), List.of("query"))));
    }

    private static Map<String, Object> text(String description) {
        return Map.of("type", "string", "description", description);
    }

    private static Map<String, Object> schema(
            Map<String, Object> properties, List<String> required) {
        return Map.of(
                "type",
                "object",
                "properties",
                properties,
                "required",
                required,
                "additionalProperties",
                false);
    }
}
