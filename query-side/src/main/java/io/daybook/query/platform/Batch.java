package io.daybook.query.platform;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The changes that a batch of events makes to the tables of one generation. They are gathered,
 * folded over the rows they touch and written with one statement a table, in the transaction that
 * stores how far the batch has read.
 */
public final class Batch {

    private final String schema;
    private final Map<Table<?>, Changes<?>> changes = new LinkedHashMap<>();
    private final List<Statement> statements = new ArrayList<>();

    Batch(String schema) {
        this.schema = schema;
    }

    /**
     * Folds a change over the row of a key; the function gets and answers null where there is no
     * row.
     */
    public <R extends Record> void change(
            Table<R> table, UUID key, UnaryOperator<@Nullable R> change) {
        of(table).change(key, change);
    }

    /** Adds a row that cannot be there yet. */
    public <R extends Record> void append(Table<R> table, R row) {
        of(table).append(row);
    }

    /**
     * Runs a statement on rows that are not known by key, after everything noted so far; {@code
     * $schema} in it stands for the generation's.
     */
    public void execute(String sql, Object... parameters) {
        note(sql, List.of(parameters), null, false);
    }

    /** The same to take a person out of what may be very many rows, along an index. */
    public void forget(String sql, Object... parameters) {
        note(sql, List.of(parameters), null, true);
    }

    /** Removes the rows that hold a person in a column, after everything noted so far. */
    public void forgetWhere(Table<?> table, String column, UUID person) {
        note(
                "delete from $schema." + table.name() + " where " + column + " = ?",
                List.of(person),
                rows -> table.removeWhere(rows, column, person),
                true);
    }

    private void note(
            String sql, List<Object> parameters, @Nullable Removal removal, boolean forgets) {
        List<Changes<?>> before = changes.values().stream().toList();
        statements.add(new Statement(before, sql, parameters, removal, forgets));
        changes.clear();
    }

    /** Folds the changes over rows in memory instead of those in the database. */
    void foldInto(Map<Table<?>, Map<UUID, Record>> rows) {
        for (Statement statement : statements) {
            statement.before().forEach(each -> each.foldInto(rows));
            Removal removal = statement.removal();
            if (removal == null) {
                throw new IllegalStateException(statement.sql() + " cannot be folded in memory");
            }
            removal.from(rows);
        }
        changes.values().forEach(each -> each.foldInto(rows));
    }

    @SuppressWarnings("unchecked") // a table maps to changes of its own rows only
    private <R extends Record> Changes<R> of(Table<R> table) {
        return (Changes<R>) changes.computeIfAbsent(table, Changes::new);
    }

    /** Whether nothing was noted. */
    boolean isEmpty() {
        return changes.isEmpty() && statements.isEmpty();
    }

    void flush(Connection connection) throws SQLException {
        flush(connection, statement -> true);
    }

    /**
     * The same for tables that have no indexes yet, where each person would be looked for in all
     * rows: they are forgotten when the indexes are made.
     */
    void flushWithoutIndexes(Connection connection) throws SQLException {
        flush(connection, statement -> !statement.forgets());
    }

    private void flush(Connection connection, Predicate<Statement> isRun) throws SQLException {
        for (Statement statement : statements) {
            write(connection, statement.before());
            if (isRun.test(statement)) {
                run(connection, statement);
            }
        }
        write(connection, changes.values());
    }

    private void run(Connection connection, Statement statement) throws SQLException {
        try (PreparedStatement prepared =
                connection.prepareStatement(statement.sql().replace("$schema", schema))) {
            for (int i = 0; i < statement.parameters().size(); i++) {
                prepared.setObject(i + 1, statement.parameters().get(i));
            }
            prepared.execute();
        }
    }

    private void write(Connection connection, Collection<Changes<?>> all) throws SQLException {
        for (Changes<?> each : all) {
            each.write(connection, schema);
        }
    }

    private record Statement(
            List<Changes<?>> before,
            String sql,
            List<Object> parameters,
            @Nullable Removal removal,
            boolean forgets) {}

    /** The same as a statement, on rows in memory. */
    private interface Removal {

        void from(Map<Table<?>, Map<UUID, Record>> rows);
    }
}
