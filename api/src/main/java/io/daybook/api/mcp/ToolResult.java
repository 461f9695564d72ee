package io.daybook.api.mcp;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What a tool answered: a table (columns and rows may be empty) and, from tools that are not ours,
 * text. Values are JSON-ready: String, Number, Boolean, List, Map or null; times are ISO-8601
 * texts.
 */
public record ToolResult(
        List<Column> columns,
        List<List<@Nullable Object>> rows,
        boolean truncated,
        long bytes,
        long durationMillis,
        @Nullable String text) {

    /** A column of a result; the type is one of text, number, date, timestamp, boolean, json. */
    public record Column(String name, String type) {}
}
