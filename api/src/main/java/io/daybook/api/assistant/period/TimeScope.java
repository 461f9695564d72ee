package io.daybook.api.assistant.period;

import org.jspecify.annotations.Nullable;

/**
 * What a question says of time: the period, another to compare it with, the step of a series, and
 * whether a series is wanted without a named step.
 */
public record TimeScope(
        @Nullable Period period, @Nullable Period other, @Nullable Grain grain, boolean trend) {

    /** The step to use: as asked, or one that gives a readable number of points. */
    public @Nullable Grain step() {
        if (grain != null || !trend) {
            return grain;
        }
        long days = period == null ? Long.MAX_VALUE : period.length();
        if (days <= 2) {
            return Grain.HOUR;
        }
        return days <= 62 ? Grain.DAY : Grain.MONTH;
    }
}
