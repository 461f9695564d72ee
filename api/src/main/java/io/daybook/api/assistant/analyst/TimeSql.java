package io.daybook.api.assistant.analyst;

import io.daybook.api.assistant.catalog.FieldType;
import io.daybook.api.assistant.period.Grain;
import io.daybook.api.assistant.period.Period;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Conditions and steps over a column of time; times with a zone are read as UTC. */
final class TimeSql {

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private TimeSql() {}

    static List<String> within(String column, FieldType type, Period period) {
        List<String> conditions = new ArrayList<>();
        if (period.from() != null) {
            conditions.add(column + " >= " + literal(period.from(), type));
        }
        if (period.to() != null) {
            conditions.add(column + " < " + literal(period.to(), type));
        }
        return conditions;
    }

    static String step(String column, FieldType type, Grain grain) {
        String local =
                type == FieldType.TIMESTAMP_WITH_ZONE ? column + " AT TIME ZONE 'UTC'" : column;
        return switch (grain) {
            case HOUR -> "date_trunc('hour', " + local + ")";
            case DAY, WEEK, MONTH, QUARTER, YEAR ->
                    "date_trunc('" + grain.word() + "', " + local + ")::date";
            case WEEKDAY -> "to_char(" + local + ", 'FMDay')";
            case HOUR_OF_DAY -> "extract(hour FROM " + local + ")::int";
        };
    }

    /** What puts the steps in order. */
    static String order(String column, FieldType type, Grain grain) {
        String local =
                type == FieldType.TIMESTAMP_WITH_ZONE ? column + " AT TIME ZONE 'UTC'" : column;
        return grain == Grain.WEEKDAY
                ? "extract(isodow FROM " + local + ")"
                : step(column, type, grain);
    }

    private static String literal(LocalDateTime time, FieldType type) {
        return switch (type) {
            case DATE -> "DATE '" + time.toLocalDate() + "'";
            case TIMESTAMP_WITH_ZONE -> "TIMESTAMPTZ '" + SECOND.format(time) + "+00'";
            default -> "TIMESTAMP '" + SECOND.format(time) + "'";
        };
    }
}
