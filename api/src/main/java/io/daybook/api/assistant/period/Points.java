package io.daybook.api.assistant.period;

import io.daybook.api.assistant.words.Line;
import io.daybook.api.assistant.words.Match;
import io.daybook.api.assistant.words.Phrase;
import io.daybook.api.assistant.words.Token;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a named day, month, quarter or year at a place of a question. */
final class Points {

    private static final Phrase RELATIVE =
            Phrase.of(
                    "the? this|current|last|previous|past|prior calendar? week|month|quarter|year");
    private static final Phrase AGO = Phrase.of("# day|week|month|year ago");
    private static final Phrase QUARTER =
            Phrase.of("the? first|second|third|fourth|1st|2nd|3rd|4th quarter of?");
    private static final List<String> ORDINALS =
            List.of("first", "second", "third", "fourth", "1st", "2nd", "3rd", "4th");

    private final LocalDate today;

    Points(LocalDate today) {
        this.today = today;
    }

    /** A period and the index after its last token. */
    record Point(Period period, int end) {}

    Optional<Point> at(Line line, int start) {
        if (!line.free(start)) {
            return Optional.empty();
        }
        return day(line, start)
                .or(() -> relative(line, start))
                .or(() -> quarter(line, start))
                .or(() -> month(line, start));
    }

    /** A bare year is a point only where the words around it say so. */
    Optional<Point> year(Line line, int start) {
        @Nullable Integer year = yearAt(line, start);
        return year == null
                ? Optional.empty()
                : point(Calendar.whole(LocalDate.of(year, 1, 1), Grain.YEAR), start + 1);
    }

    private Optional<Point> day(Line line, int start) {
        Token token = line.at(start);
        if (token.kind() == Token.Kind.DATE) {
            return date(token.text(), start + 1);
        }
        if (token.is("today")) {
            return point(named(today, "today"), start + 1);
        }
        if (token.is("yesterday")) {
            return point(named(today.minusDays(1), "yesterday"), start + 1);
        }
        return AGO.at(line, start).map(match -> ago(match));
    }

    private Point ago(Match match) {
        Grain unit = unit(match.words().get(1));
        LocalDate day = Calendar.plus(today, -match.count(), unit);
        return new Point(Calendar.whole(day, unit), match.end());
    }

    private static Period named(LocalDate day, String name) {
        return Period.days(day, day.plusDays(1), name);
    }

    private static Optional<Point> date(String text, int end) {
        try {
            if (text.length() == 7) {
                return point(Calendar.whole(YearMonth.parse(text).atDay(1), Grain.MONTH), end);
            }
            return point(Calendar.whole(LocalDate.parse(text), Grain.DAY), end);
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private Optional<Point> relative(Line line, int start) {
        return RELATIVE.at(line, start)
                .map(
                        match -> {
                            Grain unit = unit(match.words().get(3));
                            boolean now = List.of("this", "current").contains(match.words().get(1));
                            LocalDate day =
                                    now
                                            ? today
                                            : Calendar.plus(Calendar.start(today, unit), -1, unit);
                            Period whole = Calendar.whole(day, unit);
                            String name = (now ? "this " : "last ") + unit.word();
                            return new Point(
                                    new Period(whole.from(), whole.to(), name), match.end());
                        });
    }

    private Optional<Point> quarter(Line line, int start) {
        String word = line.at(start).lower();
        if (word.matches("q[1-4]")) {
            return quarter(line, word.charAt(1) - '0', start + 1);
        }
        if (word.equals("q")
                && line.free(start + 1)
                && line.at(start + 1).lower().matches("[1-4]")) {
            return quarter(line, line.at(start + 1).lower().charAt(0) - '0', start + 2);
        }
        return QUARTER.at(line, start)
                .flatMap(
                        match ->
                                quarter(
                                        line,
                                        ORDINALS.indexOf(match.words().get(1)) % 4 + 1,
                                        match.end()));
    }

    private Optional<Point> quarter(Line line, int number, int end) {
        int next = line.has(end, "of") ? end + 1 : end;
        @Nullable Integer year = yearAt(line, next);
        int month = number * 3 - 2;
        LocalDate from = LocalDate.of(year == null ? lately(month) : year, month, 1);
        return point(Calendar.whole(from, Grain.QUARTER), year == null ? end : next + 1);
    }

    private Optional<Point> month(Line line, int start) {
        boolean dayFirst =
                dayAt(line, start) > 0
                        && line.free(start + 1)
                        && monthOf(line.at(start + 1)) != null;
        int at = dayFirst ? start + 1 : start;
        Month month = monthOf(line.at(at));
        if (month == null || ambiguous(line, at)) {
            return Optional.empty();
        }
        int end = at + 1;
        int day = dayFirst ? dayAt(line, start) : dayAt(line, end);
        end = day > 0 && !dayFirst ? end + 1 : end;
        int comma = line.has(end, ",", "of") ? end + 1 : end;
        @Nullable Integer year = yearAt(line, comma);
        end = year == null ? end : comma + 1;
        return named(month, day, year == null ? lately(month.getValue()) : year, end);
    }

    private static Optional<Point> named(Month month, int day, int year, int end) {
        LocalDate first = LocalDate.of(year, month, 1);
        if (day > first.lengthOfMonth()) {
            return Optional.empty();
        }
        return day > 0
                ? point(Calendar.whole(first.withDayOfMonth(day), Grain.DAY), end)
                : point(Calendar.whole(first, Grain.MONTH), end);
    }

    /** The year of the latest such month that has begun. */
    private int lately(int month) {
        return month <= today.getMonthValue() ? today.getYear() : today.getYear() - 1;
    }

    /** "may" and "march" are months only beside a preposition or a number. */
    private static boolean ambiguous(Line line, int at) {
        return line.has(at, "may", "march", "mar", "sep", "dec", "jan")
                && yearAt(line, at + 1) == null
                && dayAt(line, at + 1) == 0
                && dayAt(line, at - 1) == 0
                && !line.has(
                        at - 1, "in", "during", "of", "since", "for", "until", "before", "after",
                        "from", "to", "and", "vs", "versus", "between", "till", "with");
    }

    private static @Nullable Month monthOf(Token token) {
        String word = token.lower();
        if (!token.word() || word.length() < 3) {
            return null;
        }
        for (Month month : Month.values()) {
            String name = month.name().toLowerCase(Locale.ROOT);
            if (name.equals(word)
                    || name.substring(0, 3).equals(word)
                    || (word.equals("sept") && name.startsWith("sept"))) {
                return month;
            }
        }
        return null;
    }

    private static int dayAt(Line line, int index) {
        if (!line.free(index)) {
            return 0;
        }
        String text = line.at(index).lower().replaceAll("(?<=\\d)(st|nd|rd|th)$", "");
        return text.matches("[1-9]|[12]\\d|3[01]") ? Integer.parseInt(text) : 0;
    }

    private static @Nullable Integer yearAt(Line line, int index) {
        if (!line.free(index)) {
            return null;
        }
        @Nullable BigDecimal number = line.at(index).number();
        return number != null && line.at(index).text().matches("(19|20)\\d\\d")
                ? number.intValue()
                : null;
    }

    static Grain unit(String word) {
        return Grain.valueOf(word.replaceAll("s$", "").toUpperCase(Locale.ROOT));
    }

    private static Optional<Point> point(Period period, int end) {
        return Optional.of(new Point(period, end));
    }
}
