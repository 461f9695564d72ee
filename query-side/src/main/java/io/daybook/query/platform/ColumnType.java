package io.daybook.query.platform;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** How a component of a row is stored. */
enum ColumnType {
    UUID_COLUMN("uuid"),
    TEXT("text"),
    BIGINT("bigint"),
    INTEGER("integer"),
    BOOLEAN("boolean"),
    TIMESTAMP("timestamptz"),
    DATE("date");

    private final String sqlName;

    ColumnType(String sqlName) {
        this.sqlName = sqlName;
    }

    static ColumnType of(Class<?> type) {
        if (type == UUID.class) {
            return UUID_COLUMN;
        } else if (type == String.class) {
            return TEXT;
        } else if (type == long.class || type == Long.class) {
            return BIGINT;
        } else if (type == int.class || type == Integer.class) {
            return INTEGER;
        } else if (type == boolean.class || type == Boolean.class) {
            return BOOLEAN;
        } else if (type == Instant.class) {
            return TIMESTAMP;
        } else if (type == LocalDate.class) {
            return DATE;
        }
        throw new IllegalArgumentException("There is no column for " + type);
    }

    String sqlName() {
        return sqlName;
    }

    /** A value as the driver takes it in an array. */
    @Nullable Object bindable(@Nullable Object value) {
        return value instanceof Instant instant
                ? instant.atOffset(ZoneOffset.UTC).toString()
                : value;
    }

    /** Writes a value as COPY takes it. */
    void write(RowCopy copy, @Nullable Object value) {
        if (value == null) {
            copy.none();
            return;
        }
        switch (this) {
            case UUID_COLUMN -> copy.uuid((UUID) value);
            case TEXT -> copy.text((String) value);
            case BIGINT -> copy.number((long) value);
            case INTEGER -> copy.number((int) value);
            case BOOLEAN -> copy.truth((boolean) value);
            case TIMESTAMP -> copy.time((Instant) value);
            case DATE -> copy.date((LocalDate) value);
        }
    }

    @Nullable Object read(ResultSet row, int index) throws SQLException {
        return switch (this) {
            case TIMESTAMP -> {
                OffsetDateTime time = row.getObject(index, OffsetDateTime.class);
                yield time == null ? null : time.toInstant();
            }
            case DATE -> row.getObject(index, LocalDate.class);
            default -> row.getObject(index);
        };
    }
}
