package io.daybook.messages.audit;

import java.util.List;

/** A row of which a comparison found that it differs: where it is, and the columns that differ. */
public record RowDifference(
        String table, String key, boolean live, boolean rebuilt, List<ColumnDifference> columns) {}
