package io.daybook.api.assistant.period;

/** The step of a series over time; the last two fold time over itself. */
public enum Grain {
    HOUR,
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR,
    WEEKDAY,
    HOUR_OF_DAY;

    /** As PostgreSQL's date_trunc and a person call it. */
    public String word() {
        return switch (this) {
            case HOUR -> "hour";
            case DAY -> "day";
            case WEEK -> "week";
            case MONTH -> "month";
            case QUARTER -> "quarter";
            case YEAR -> "year";
            case WEEKDAY -> "weekday";
            case HOUR_OF_DAY -> "hour of day";
        };
    }

    /** Whether the steps follow one another in time. */
    public boolean series() {
        return this != WEEKDAY && this != HOUR_OF_DAY;
    }
}
