package io.daybook.query.platform;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table whose rows are records: each component is a column of the same name in snake case, the
 * first one is the key.
 *
 * @param <R> the row
 */
public final class Table<R extends Record> {

    private final String name;
    private final List<Column> columns;
    private final Constructor<R> constructor;

    private Table(String name, Class<R> row) {
        this.name = name;
        this.columns = Stream.of(row.getRecordComponents()).map(Column::of).toList();
        this.constructor = canonicalConstructor(row);
    }

    /** The table of a name with rows of a record. */
    public static <R extends Record> Table<R> of(String name, Class<R> row) {
        return new Table<>(name, row);
    }

    String name() {
        return name;
    }

    /** The column of the key. */
    String key() {
        return columns.getFirst().name();
    }

    List<Column> columns() {
        return columns;
    }

    UUID keyOf(R row) {
        return (UUID) Objects.requireNonNull(columns.getFirst().read(row));
    }

    /** Removes the rows that hold a value in a column, from rows in memory. */
    void removeWhere(Map<Table<?>, Map<UUID, Record>> all, String column, UUID value) {
        Column named =
                columns.stream().filter(one -> one.name().equals(column)).findFirst().orElseThrow();
        all.getOrDefault(this, new HashMap<>())
                .values()
                .removeIf(row -> value.equals(named.read(row)));
    }

    /** A row of this table that was kept among those of others. */
    @Nullable R cast(@Nullable Record row) {
        return row == null ? null : constructor.getDeclaringClass().cast(row);
    }

    R row(ResultSet result) throws SQLException {
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns.get(i).type().read(result, i + 1);
        }
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A row of " + name + " cannot be made", e);
        }
    }

    String selectByKeys(String schema) {
        return "select %s from %s.%s where %s = any(?)"
                .formatted(names(), schema, name, columns.getFirst().name());
    }

    String deleteByKeys(String schema) {
        return "delete from %s.%s where %s = any(?)"
                .formatted(schema, name, columns.getFirst().name());
    }

    String upsert(String schema) {
        return insert(schema)
                + " on conflict (%s) do update set %s"
                        .formatted(
                                columns.getFirst().name(),
                                columns.stream()
                                        .skip(1)
                                        .map(
                                                column ->
                                                        column.name()
                                                                + " = excluded."
                                                                + column.name())
                                        .collect(Collectors.joining(", ")));
    }

    String insert(String schema) {
        return "insert into %s.%s (%s) select * from unnest(%s)"
                .formatted(
                        schema,
                        name,
                        names(),
                        columns.stream()
                                .map(column -> "?::" + column.type().sqlName() + "[]")
                                .collect(Collectors.joining(", ")));
    }

    /** Takes rows in the binary format of COPY. */
    String copy(String schema) {
        return "copy %s.%s (%s) from stdin (format binary)".formatted(schema, name, names());
    }

    private String names() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    private static <R extends Record> Constructor<R> canonicalConstructor(Class<R> row) {
        try {
            Constructor<R> constructor =
                    row.getDeclaredConstructor(
                            Stream.of(row.getRecordComponents())
                                    .map(RecordComponent::getType)
                                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(row + " has no canonical constructor", e);
        }
    }

    record Column(String name, ColumnType type, MethodHandle accessor) {

        private static final MethodType READING = MethodType.methodType(Object.class, Record.class);

        static Column of(RecordComponent component) {
            try {
                component.getAccessor().setAccessible(true);
                return new Column(
                        snakeCase(component.getName()),
                        ColumnType.of(component.getType()),
                        MethodHandles.lookup().unreflect(component.getAccessor()).asType(READING));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(component + " cannot be read", e);
            }
        }

        @Nullable Object read(Record row) {
            try {
                return storable((Object) accessor.invokeExact(row));
            } catch (Throwable e) {
                throw new IllegalStateException(name + " cannot be read", e);
            }
        }

        /** PostgreSQL has no place for NUL, and no event may be refused for what a text holds. */
        private static @Nullable Object storable(@Nullable Object value) {
            return value instanceof String text && text.indexOf('\0') >= 0
                    ? text.replace('\0', '\uFFFD')
                    : value;
        }

        private static String snakeCase(String name) {
            return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        }
    }
}
