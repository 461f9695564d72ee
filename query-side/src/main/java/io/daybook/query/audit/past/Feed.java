package io.daybook.query.audit.past;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Events of other aggregates that change a row: their types, the property that names the row, and
 * what it holds for a given row. Each needs a partial index on the log.
 *
 * @param <R> the row
 */
public record Feed<R extends Record>(
        List<Class<?>> events, String property, Function<R, UUID> name) {}
