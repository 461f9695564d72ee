package io.daybook.api.audit;

import io.daybook.api.audit.OverviewResource.Point;
import io.daybook.api.audit.OverviewResource.Series;
import io.daybook.messages.audit.HourCount;
import io.daybook.messages.audit.Measure;
import io.daybook.messages.audit.SessionChange;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Counts of hours as series of whole periods without holes. */
final class OverviewSeries {

    private OverviewSeries() {}

    /** What was counted, measure by measure. */
    static List<Series> of(List<HourCount> hours, Instant first, Instant last, ChronoUnit period) {
        Map<Measure, Map<Instant, Long>> counted = new HashMap<>();
        for (HourCount hour : hours) {
            add(counted, hour.measure(), hour, period);
            if (hour.measure() == Measure.DETAILS) {
                add(counted, Measure.EVENTS, hour, period);
            }
        }
        List<Instant> periods = periods(first, last, period);
        return Arrays.stream(Measure.values())
                .map(measure -> series(measure, counted.getOrDefault(measure, Map.of()), periods))
                .toList();
    }

    /**
     * How many sessions were alive at the end of each period, of those there are now: going back
     * from now.
     */
    static Series sessions(
            List<SessionChange> changes, long now, Instant first, Instant last, ChronoUnit period) {
        Map<Instant, Long> changed = new HashMap<>();
        changes.forEach(
                one -> changed.merge(one.hour().truncatedTo(period), one.change(), Long::sum));
        Deque<Point> points = new ArrayDeque<>();
        long alive = now;
        for (Instant at : periods(first, last, period).reversed()) {
            points.addFirst(new Point(at, Math.max(0, alive)));
            alive -= changed.getOrDefault(at, 0L);
        }
        return new Series("active-sessions", now, List.copyOf(points));
    }

    private static List<Instant> periods(Instant first, Instant last, ChronoUnit period) {
        return Stream.iterate(first, at -> !at.isAfter(last), at -> at.plus(1, period)).toList();
    }

    private static void add(
            Map<Measure, Map<Instant, Long>> counted,
            Measure measure,
            HourCount hour,
            ChronoUnit period) {
        counted.computeIfAbsent(measure, none -> new HashMap<>())
                .merge(hour.hour().truncatedTo(period), hour.count(), Long::sum);
    }

    private static Series series(
            Measure measure, Map<Instant, Long> counted, List<Instant> periods) {
        List<Point> points =
                periods.stream().map(at -> new Point(at, counted.getOrDefault(at, 0L))).toList();
        return new Series(name(measure), points.stream().mapToLong(Point::count).sum(), points);
    }

    private static String name(Measure measure) {
        return measure.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
