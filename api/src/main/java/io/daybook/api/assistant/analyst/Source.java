package io.daybook.api.assistant.analyst;

import io.daybook.api.assistant.catalog.Column;
import io.daybook.api.assistant.catalog.Entity;
import io.daybook.api.assistant.catalog.Field;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/**
 * A figure of each row of a table that can be aggregated; the header is the column that several
 * rows of one whole (the lines of an order) share.
 */
record Source(
        Entity entity,
        Formula formula,
        String label,
        double score,
        boolean level,
        String note,
        @Nullable Field header,
        @Nullable Column column) {

    /** Figures of which an average says something and a sum does not. */
    private static final Set<String> LEVELS =
            Set.of(
                    "price",
                    "temperature",
                    "humidity",
                    "rate",
                    "age",
                    "score",
                    "rating",
                    "percent",
                    "ratio",
                    "salary",
                    "wage",
                    "level",
                    "voltage",
                    "pressure",
                    "speed",
                    "duration",
                    "height",
                    "reading",
                    "measurement",
                    "percentage",
                    "margin",
                    "temp",
                    "grade",
                    "latency",
                    "satisfaction",
                    "performance",
                    "experience");

    static Source of(Column column, double score) {
        Field field = column.field();
        boolean level =
                field.words().stream().anyMatch(LEVELS::contains)
                        || field.words().equals(List.of("value"));
        return new Source(
                column.entity(),
                tables -> tables.column(field),
                String.join("_", field.words()),
                score,
                level,
                "",
                null,
                column);
    }

    Aggregate usual() {
        return level ? Aggregate.AVERAGE : Aggregate.SUM;
    }
}
