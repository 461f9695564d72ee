package io.daybook.api.assistant.period;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** Weeks (from Monday), months, quarters and years around a day. */
final class Calendar {

    private Calendar() {}

    static LocalDate start(LocalDate day, Grain unit) {
        return switch (unit) {
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withMonth((day.getMonthValue() - 1) / 3 * 3 + 1).withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
            case HOUR, DAY, WEEKDAY, HOUR_OF_DAY -> day;
        };
    }

    static LocalDate plus(LocalDate day, long count, Grain unit) {
        return switch (unit) {
            case WEEK -> day.plusWeeks(count);
            case MONTH -> day.plusMonths(count);
            case QUARTER -> day.plusMonths(3 * count);
            case YEAR -> day.plusYears(count);
            case HOUR, DAY, WEEKDAY, HOUR_OF_DAY -> day.plusDays(count);
        };
    }

    /** The whole unit around a day. */
    static Period whole(LocalDate day, Grain unit) {
        LocalDate from = start(day, unit);
        return Period.days(from, plus(from, 1, unit), name(from, unit));
    }

    static String name(LocalDate from, Grain unit) {
        return switch (unit) {
            case MONTH ->
                    from.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                            + " "
                            + from.getYear();
            case QUARTER -> "Q" + ((from.getMonthValue() + 2) / 3) + " " + from.getYear();
            case YEAR -> String.valueOf(from.getYear());
            case WEEK -> "the week of " + from;
            case HOUR, DAY, WEEKDAY, HOUR_OF_DAY -> from.toString();
        };
    }
}
