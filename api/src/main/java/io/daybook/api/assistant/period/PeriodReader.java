package io.daybook.api.assistant.period;

import io.daybook.api.assistant.words.Line;
import io.daybook.api.assistant.words.Match;
import io.daybook.api.assistant.words.Phrase;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads everything that a question says of time, and takes those tokens. */
public final class PeriodReader {

    private static final Phrase ROLLING =
            Phrase.of("the? last|past|previous|recent # hour|day|week|month|quarter|year");
    private static final Phrase LAST_HOUR = Phrase.of("the? last|past hour");
    private static final Phrase TO_DATE = Phrase.of("year|month|quarter|week to date");
    private static final Phrase YTD = Phrase.of("ytd|mtd|qtd");
    private static final Phrase SO_FAR = Phrase.of("so far this year|month|quarter|week");
    private static final Phrase PREVIOUS =
            Phrase.of(
                    "vs|versus|against|compared|than|to|with to|with? the? previous|prior|preceding"
                            + " period|one|before");
    private static final Phrase OVER =
            Phrase.of("month|year|quarter|week over|on|by month|year|quarter|week growth|change?");

    private final LocalDateTime now;
    private final LocalDate today;
    private final Points points;

    public PeriodReader(LocalDateTime now) {
        this.now = now;
        this.today = now.toLocalDate();
        this.points = new Points(today);
    }

    /** What the line says of time. */
    public TimeScope read(Line line) {
        @Nullable Grain over = overSteps(line);
        boolean previous = takePrevious(line);
        List<Period> periods = new ArrayList<>();
        for (int index = 0; index < line.size(); index++) {
            Optional<Points.Point> found = periodAt(line, index);
            if (found.isPresent()) {
                periods.add(found.get().period());
                line.take(index, found.get().end());
            }
        }
        @Nullable Grain grain = over != null ? over : Grains.take(line);
        boolean trend = Grains.takeTrend(line);
        @Nullable Period first = periods.isEmpty() ? null : periods.getFirst();
        @Nullable Period second = periods.size() > 1 ? periods.get(1) : null;
        if (first != null && (first.equals(second) || (second == null && previous))) {
            second = before(first);
        }
        return new TimeScope(first, second, grain, trend);
    }

    private static @Nullable Grain overSteps(Line line) {
        Optional<Match> match = OVER.in(line);
        if (match.isEmpty() || !match.get().words().get(0).equals(match.get().words().get(2))) {
            return null;
        }
        line.take(match.get());
        return Points.unit(match.get().words().get(0));
    }

    private static boolean takePrevious(Line line) {
        Optional<Match> match = PREVIOUS.in(line);
        match.ifPresent(line::take);
        return match.isPresent();
    }

    /** The period of the same length just before another. */
    private static @Nullable Period before(Period period) {
        if (period.from() == null || period.to() == null) {
            return null;
        }
        LocalDate from = period.from().toLocalDate();
        for (Grain unit : List.of(Grain.YEAR, Grain.QUARTER, Grain.MONTH, Grain.WEEK)) {
            if (period.from().equals(Calendar.whole(from, unit).from())
                    && Calendar.plus(from, 1, unit).atStartOfDay().equals(period.to())) {
                return Calendar.whole(Calendar.plus(from, -1, unit), unit);
            }
        }
        long minutes = ChronoUnit.MINUTES.between(period.from(), period.to());
        return new Period(period.from().minusMinutes(minutes), period.from(), "the time before");
    }

    private Optional<Points.Point> periodAt(Line line, int start) {
        if (!line.free(start)) {
            return Optional.empty();
        }
        return range(line, start)
                .or(() -> open(line, start))
                .or(
                        () ->
                                whole(
                                        line,
                                        skip(
                                                line, start, "in", "during", "for", "on", "within",
                                                "of", "over", "at")));
    }

    private static int skip(Line line, int start, String... words) {
        return line.free(start) && line.has(start, words) ? start + 1 : start;
    }

    private Optional<Points.Point> whole(Line line, int start) {
        if (!line.free(start)) {
            return Optional.empty();
        }
        return rolling(line, start)
                .or(() -> toDate(line, start))
                .or(() -> points.at(line, start))
                .or(
                        () ->
                                line.has(
                                                        start - 1, "in", "during", "for", "of",
                                                        "year", "vs", "versus", "and", "compare",
                                                        "with", "to", "than")
                                                || line.has(start + 1, "vs", "versus")
                                                || !line.free(start + 1)
                                        ? points.year(line, skip(line, start, "year"))
                                        : Optional.empty());
    }

    private Optional<Points.Point> rolling(Line line, int start) {
        Optional<Match> hour = LAST_HOUR.at(line, start);
        if (hour.isPresent()) {
            return Optional.of(
                    new Points.Point(
                            new Period(now.minusHours(1), now, "the last hour"), hour.get().end()));
        }
        return ROLLING.at(line, start)
                .map(
                        match ->
                                new Points.Point(
                                        rolling(match.count(), Points.unit(match.words().get(3))),
                                        match.end()));
    }

    private Period rolling(int count, Grain unit) {
        String name = "the last " + count + " " + unit.word() + (count == 1 ? "" : "s");
        if (unit == Grain.HOUR) {
            return new Period(now.minusHours(count), now, name);
        }
        return Period.days(Calendar.plus(today, -count, unit).plusDays(1), today.plusDays(1), name);
    }

    private Optional<Points.Point> toDate(Line line, int start) {
        Optional<Match> match = TO_DATE.at(line, start);
        if (match.isPresent()) {
            return Optional.of(soFar(Points.unit(match.get().words().get(0)), match.get().end()));
        }
        Optional<Match> far = SO_FAR.at(line, start);
        if (far.isPresent()) {
            return Optional.of(soFar(Points.unit(far.get().words().get(3)), far.get().end()));
        }
        return YTD.at(line, start)
                .map(
                        found ->
                                soFar(
                                        switch (found.words().get(0)) {
                                            case "mtd" -> Grain.MONTH;
                                            case "qtd" -> Grain.QUARTER;
                                            default -> Grain.YEAR;
                                        },
                                        found.end()));
    }

    private Points.Point soFar(Grain unit, int end) {
        return new Points.Point(
                Period.days(
                        Calendar.start(today, unit),
                        today.plusDays(1),
                        "this " + unit.word() + " so far"),
                end);
    }

    /** between A and B, from A to B: a comparison of two is left to be found as two. */
    private Optional<Points.Point> range(Line line, int start) {
        if (!line.has(start, "between", "from")
                || line.mentions("compare", "comparison", "difference", "change")) {
            return Optional.empty();
        }
        Optional<Points.Point> from = point(line, start + 1);
        if (from.isEmpty()
                || !line.has(from.get().end(), "and", "to", "until", "till", "through")) {
            return Optional.empty();
        }
        return point(line, from.get().end() + 1)
                .map(
                        to ->
                                new Points.Point(
                                        new Period(
                                                from.get().period().from(),
                                                to.period().to(),
                                                from.get().period().name()
                                                        + " to "
                                                        + to.period().name()),
                                        to.end()));
    }

    private Optional<Points.Point> open(Line line, int start) {
        if (!line.has(start, "since", "after", "from", "before", "until", "till")) {
            return Optional.empty();
        }
        String word = line.at(start).lower();
        return point(line, start + 1)
                .map(found -> new Points.Point(open(word, found.period()), found.end()));
    }

    private static Period open(String word, Period point) {
        String name = (word.equals("from") ? "since" : word) + " " + point.name();
        return switch (word) {
            case "after" -> new Period(point.to(), null, name);
            case "before" -> new Period(null, point.from(), name);
            case "until", "till" -> new Period(null, point.to(), name);
            default -> new Period(point.from(), null, name);
        };
    }

    private Optional<Points.Point> point(Line line, int start) {
        return points.at(line, start).or(() -> points.year(line, start));
    }
}
