package io.daybook.api.mcp;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The tables and views of a database that a connection's role may read. */
public record DatabaseSchema(List<Table> tables) {

    /** A table, view or materialised view; the estimate is the planner's, -1 when unknown. */
    public record Table(
            String schema,
            String name,
            String kind,
            long rowEstimate,
            @Nullable String comment,
            List<Column> columns) {}

    /**
     * A column; the reference names the column that its foreign key points at as
     * schema.table.column.
     */
    public record Column(
            String name,
            String type,
            boolean nullable,
            boolean primaryKey,
            @Nullable String references,
            @Nullable String comment) {}
}
