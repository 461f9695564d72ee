package io.daybook.query.platform;

import org.jspecify.annotations.Nullable;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What a batch of events changes in one table. */
final class Changes<R extends Record> {

    /** From so many rows on, COPY is worth its two round trips. */
    private static final int MANY = 20;

    private final Table<R> table;
    private final Map<UUID, List<UnaryOperator<@Nullable R>>> byKey = new LinkedHashMap<>();
    private final List<R> appended = new ArrayList<>();

    Changes(Table<R> table) {
        this.table = table;
    }

    void change(UUID key, UnaryOperator<@Nullable R> change) {
        byKey.computeIfAbsent(key, none -> new ArrayList<>(1)).add(change);
    }

    void append(R row) {
        appended.add(row);
    }

    void foldInto(Map<Table<?>, Map<UUID, Record>> all) {
        Map<UUID, Record> rows = all.computeIfAbsent(table, none -> new HashMap<>());
        appended.forEach(row -> rows.put(table.keyOf(row), row));
        byKey.forEach(
                (key, folds) -> {
                    R row = table.cast(rows.get(key));
                    for (UnaryOperator<@Nullable R> fold : folds) {
                        row = fold.apply(row);
                    }
                    if (row == null) {
                        rows.remove(key);
                    } else {
                        rows.put(key, row);
                    }
                });
    }

    void write(Connection connection, String schema) throws SQLException {
        if (!appended.isEmpty()) {
            add(connection, schema, appended);
        }
        if (!byKey.isEmpty()) {
            fold(connection, schema);
        }
    }

    private void fold(Connection connection, String schema) throws SQLException {
        Map<UUID, R> before = load(connection, schema);
        List<R> fresh = new ArrayList<>();
        List<R> changed = new ArrayList<>();
        List<UUID> gone = new ArrayList<>();
        byKey.forEach(
                (key, folds) -> {
                    R old = before.get(key);
                    R row = old;
                    for (UnaryOperator<@Nullable R> fold : folds) {
                        row = fold.apply(row);
                    }
                    if (row != null) {
                        (old == null ? fresh : changed).add(row);
                    } else if (old != null) {
                        gone.add(key);
                    }
                });
        if (!fresh.isEmpty()) {
            add(connection, schema, fresh);
        }
        if (!changed.isEmpty()) {
            store(connection, table.upsert(schema), changed);
        }
        if (!gone.isEmpty()) {
            delete(connection, schema, gone);
        }
    }

    private Map<UUID, R> load(Connection connection, String schema) throws SQLException {
        Map<UUID, R> rows = HashMap.newHashMap(byKey.size());
        try (PreparedStatement select = connection.prepareStatement(table.selectByKeys(schema))) {
            select.setArray(1, uuids(connection, byKey.keySet()));
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    R row = table.row(result);
                    rows.put(table.keyOf(row), row);
                }
            }
        }
        return rows;
    }

    // Nobody else writes this generation: the token of its processor is locked.
    private void add(Connection connection, String schema, List<R> rows) throws SQLException {
        if (rows.size() < MANY) {
            store(connection, table.insert(schema), rows);
        } else {
            RowCopy.write(connection, table, schema, rows);
        }
    }

    private void delete(Connection connection, String schema, List<UUID> gone) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(table.deleteByKeys(schema))) {
            delete.setArray(1, uuids(connection, gone));
            delete.executeUpdate();
        }
    }

    private void store(Connection connection, String sql, List<R> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            int parameter = 0;
            for (Table.Column column : table.columns()) {
                @Nullable Object[] values = new @Nullable Object[rows.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = column.type().bindable(column.read(rows.get(i)));
                }
                insert.setArray(
                        ++parameter, connection.createArrayOf(column.type().sqlName(), values));
            }
            insert.executeUpdate();
        }
    }

    private static Array uuids(Connection connection, Collection<UUID> keys) throws SQLException {
        return connection.createArrayOf("uuid", keys.toArray());
    }
}
