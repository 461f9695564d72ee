package io.daybook.api.assistant.period;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A stretch of time, the end exclusive, either side open when absent; named as it was asked for.
 */
public record Period(@Nullable LocalDateTime from, @Nullable LocalDateTime to, String name) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);

    /** Whole days. */
    public static Period days(LocalDate from, LocalDate to, String name) {
        return new Period(from.atStartOfDay(), to.atStartOfDay(), name);
    }

    /** The name with its dates: last quarter (1 Jul 2026 – 30 Sep 2026). */
    public String describe() {
        String dates = dates();
        return dates.equals(name) || from == null || to == null ? name : name + " (" + dates + ")";
    }

    /** As many days as this has, or an endless number. */
    public long length() {
        return from == null || to == null ? Long.MAX_VALUE : Duration.between(from, to).toDays();
    }

    private String dates() {
        if (from == null || to == null) {
            return name;
        }
        if (!midnight(from) || !midnight(to)) {
            return MINUTE.format(from) + " – " + MINUTE.format(to);
        }
        LocalDateTime last = to.minusDays(1);
        return last.equals(from) ? DAY.format(from) : DAY.format(from) + " – " + DAY.format(last);
    }

    private static boolean midnight(LocalDateTime time) {
        return time.toLocalDate().atStartOfDay().equals(time);
    }
}
