package io.daybook.query.platform;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.publisher.Flux;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Reads rows for query handlers. Parameters that are null or absent are bound as null of the type
 * given in the SQL.
 */
public final class Rows {

    private final DatabaseClient database;

    public Rows(DatabaseClient database) {
        this.database = database;
    }

    /** All rows of a statement with named parameters. */
    public <R> CompletableFuture<List<R>> list(
            String sql, Map<String, ?> parameters, Function<? super Readable, R> row) {
        return rows(sql, parameters, row).collectList().toFuture();
    }

    /** The first row, or null. */
    public <R> CompletableFuture<@Nullable R> first(
            String sql, Map<String, ?> parameters, Function<? super Readable, R> row) {
        return rows(sql, parameters, row).next().toFuture();
    }

    private <R> Flux<R> rows(
            String sql, Map<String, ?> parameters, Function<? super Readable, R> row) {
        DatabaseClient.GenericExecuteSpec statement = database.sql(sql);
        for (Map.Entry<String, ?> parameter : new HashMap<>(parameters).entrySet()) {
            statement = statement.bind(parameter.getKey(), parameter.getValue());
        }
        return statement.map(row).all();
    }

    /** A column that may be null. */
    public static <T> @Nullable T get(Readable row, String column, Class<T> type) {
        return row.get(column, type);
    }

    /** A column that is never null. */
    public static <T> T need(Readable row, String column, Class<T> type) {
        T value = row.get(column, type);
        if (value == null) {
            throw new IllegalStateException(column + " is null");
        }
        return value;
    }

    /** A text that may be null. */
    public static @Nullable String text(Readable row, String column) {
        return row.get(column, String.class);
    }

    /** An identifier that is never null. */
    public static UUID id(Readable row, String column) {
        return need(row, column, UUID.class);
    }

    /** A moment that is never null. */
    public static Instant at(Readable row, String column) {
        return need(row, column, OffsetDateTime.class).toInstant();
    }

    /** A moment that may be null. */
    public static @Nullable Instant atOrNull(Readable row, String column) {
        OffsetDateTime time = row.get(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
