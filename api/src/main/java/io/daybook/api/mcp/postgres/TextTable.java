package io.daybook.api.mcp.postgres;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Rows as the text that the database sends; the columns are empty when there was no row. */
record TextTable(List<TextColumn> columns, List<List<@Nullable String>> rows) {

    /** A column with the number of its type in pg_type. */
    record TextColumn(String name, int typeOid) {}

    /** The only value of the only row. */
    @Nullable String single() {
        return rows.getFirst().getFirst();
    }
}
