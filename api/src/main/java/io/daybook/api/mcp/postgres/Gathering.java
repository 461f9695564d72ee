package io.daybook.api.mcp.postgres;

import io.daybook.api.mcp.ToolResult;
import io.netty.buffer.ByteBufUtil;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Gathers an answer until it is whole or large enough. */
final class Gathering {

    /** What one fetch should bring, in bytes. */
    private static final int AT_ONCE = 512 * 1024;

    private static final int MOST_AT_ONCE = 2_000;

    /** Before any row was seen: the planner knows nothing of the size of computed texts. */
    private static final int FIRST = 16;

    private final int maxRows;
    private final long maxBytes;
    private final int width;
    private List<TextTable.TextColumn> columns = List.of();
    private final List<List<@Nullable Object>> rows = new ArrayList<>();
    private long bytes;
    private boolean truncated;
    private boolean whole;

    Gathering(int maxRows, long maxBytes, int width) {
        this.maxRows = maxRows;
        this.maxBytes = maxBytes;
        this.width = Math.max(32, width);
    }

    /** How many rows to fetch next: one more than allowed shows that there are more. */
    int next() {
        long fitting =
                rows.isEmpty()
                        ? Math.clamp(AT_ONCE / width, 1, FIRST)
                        : Math.clamp(AT_ONCE / (bytes / rows.size() + 1), 1, MOST_AT_ONCE);
        return (int) Math.min(fitting, maxRows + 1L - rows.size());
    }

    /** Takes what a fetch of so many rows brought. */
    void add(TextTable fetched, int asked) {
        if (columns.isEmpty()) {
            columns = fetched.columns();
        }
        for (List<@Nullable String> row : fetched.rows()) {
            long size = size(row);
            if (rows.size() == maxRows || bytes + size > maxBytes) {
                truncated = true;
                return;
            }
            bytes += size;
            rows.add(values(row));
        }
        whole = fetched.rows().size() < asked;
    }

    boolean done() {
        return whole || truncated;
    }

    boolean withoutColumns() {
        return columns.isEmpty();
    }

    /** The columns of an answer without rows. */
    void describe(TextTable described) {
        columns = described.columns();
    }

    ToolResult result(long durationMillis) {
        return new ToolResult(
                columns.stream()
                        .map(
                                column ->
                                        new ToolResult.Column(
                                                column.name(), TextValues.kind(column.typeOid())))
                        .toList(),
                Collections.unmodifiableList(rows),
                truncated,
                bytes,
                durationMillis,
                null);
    }

    private static long size(List<@Nullable String> row) {
        long size = 0;
        for (String text : row) {
            size += text == null ? 1 : ByteBufUtil.utf8Bytes(text) + 1L;
        }
        return size;
    }

    private List<@Nullable Object> values(List<@Nullable String> row) {
        List<@Nullable Object> values = new ArrayList<>(row.size());
        for (int index = 0; index < row.size(); index++) {
            values.add(TextValues.read(row.get(index), columns.get(index).typeOid()));
        }
        return Collections.unmodifiableList(values);
    }
}
