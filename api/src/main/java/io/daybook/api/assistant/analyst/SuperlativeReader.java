package io.daybook.api.assistant.analyst;

import io.daybook.api.assistant.analyst.Superlative.Kind;
import io.daybook.api.assistant.words.Line;
import io.daybook.api.assistant.words.Match;
import io.daybook.api.assistant.words.Phrase;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads top 5, the lowest, the 10 most expensive, latest. */
final class SuperlativeReader {

    private record Meaning(boolean high, Kind kind, List<String> words) {}

    private static final Set<String> LOW =
            Set.of("bottom", "worst", "lowest", "smallest", "least", "fewest", "minimum", "low");
    private static final Map<String, Meaning> QUALITIES =
            Map.ofEntries(
                    quality(true, "expensive", "price", "cost", "amount", "total"),
                    quality(true, "priciest", "price", "cost", "amount", "total"),
                    quality(true, "costliest", "price", "cost", "amount", "total"),
                    quality(false, "cheapest", "price", "cost", "amount", "total"),
                    quality(true, "hottest", "temperature"),
                    quality(true, "warmest", "temperature"),
                    quality(false, "coldest", "temperature"),
                    quality(false, "coolest", "temperature"),
                    quality(true, "heaviest", "weight"),
                    quality(false, "lightest", "weight"),
                    quality(true, "longest", "duration", "length"),
                    quality(false, "shortest", "duration", "length"),
                    quality(true, "tallest", "height"),
                    quality(true, "fastest", "speed"),
                    quality(false, "slowest", "speed"),
                    quality(true, "rated", "rating", "score"),
                    quality(true, "paid", "salary", "wage", "pay"),
                    Map.entry("newest", new Meaning(true, Kind.TIME, List.of())),
                    Map.entry("latest", new Meaning(true, Kind.TIME, List.of())),
                    Map.entry("recent", new Meaning(true, Kind.TIME, List.of())),
                    Map.entry("youngest", new Meaning(true, Kind.TIME, List.of("birth"))),
                    Map.entry("oldest", new Meaning(false, Kind.TIME, List.of("birth"))),
                    Map.entry("earliest", new Meaning(false, Kind.TIME, List.of())),
                    Map.entry("popular", new Meaning(true, Kind.FREQUENCY, List.of())),
                    Map.entry("frequent", new Meaning(true, Kind.FREQUENCY, List.of())),
                    Map.entry("common", new Meaning(true, Kind.FREQUENCY, List.of())),
                    Map.entry("active", new Meaning(true, Kind.FREQUENCY, List.of())),
                    Map.entry("busiest", new Meaning(true, Kind.FREQUENCY, List.of())),
                    Map.entry("selling", new Meaning(true, Kind.UNITS, List.of())));

    private static final String DEGREES =
            "top|best|highest|largest|biggest|greatest|most|bottom|worst|lowest|smallest|least|fewest|leading";
    private static final String ADJECTIVES =
            "expensive|priciest|costliest|cheapest|hottest|warmest|coldest|coolest|heaviest|lightest|longest|shortest|tallest|fastest"
                + "|slowest|rated|paid|newest|latest|recent|youngest|oldest|earliest|popular|frequent|common|active|busiest|selling";
    private static final String ALONE =
            "priciest|costliest|cheapest|hottest|warmest|coldest|coolest|heaviest|lightest|longest|shortest|tallest|fastest"
                + "|slowest|newest|latest|youngest|oldest|earliest|busiest";

    private static final List<Phrase> PHRASES =
            List.of(
                    Phrase.of("the? # " + DEGREES + " " + ADJECTIVES + "?"),
                    Phrase.of("the? # " + ALONE),
                    Phrase.of("the? " + DEGREES + " # " + ADJECTIVES + "?"),
                    Phrase.of("the? " + ALONE + " #"),
                    Phrase.of("most recent #"),
                    Phrase.of("the? " + DEGREES + " " + ADJECTIVES),
                    Phrase.of("the? " + ALONE));
    private static final Phrase FIRST = Phrase.of("the? first #");
    private static final Phrase LAST = Phrase.of("the? last #");
    private static final Phrase DEGREE = Phrase.of("the? " + DEGREES);

    private SuperlativeReader() {}

    static @Nullable Superlative take(Line line) {
        for (Phrase phrase : PHRASES) {
            Optional<Match> match = phrase.in(line);
            if (match.isPresent()) {
                return superlative(line, match.get());
            }
        }
        return counted(line, FIRST, false)
                .or(() -> counted(line, LAST, true))
                .or(
                        () ->
                                DEGREE.in(line)
                                        .filter(match -> !line.has(match.end(), "of"))
                                        .map(match -> superlative(line, match)))
                .orElse(null);
    }

    private static Optional<Superlative> counted(Line line, Phrase phrase, boolean high) {
        return phrase.in(line)
                .map(
                        match -> {
                            line.take(match);
                            return new Superlative(
                                    high,
                                    match.count(),
                                    Kind.TIME,
                                    List.of(),
                                    match.start(),
                                    match.end());
                        });
    }

    private static Superlative superlative(Line line, Match match) {
        line.take(match);
        @Nullable Integer limit = match.numbers().isEmpty() ? null : match.count();
        boolean low = match.words().stream().anyMatch(LOW::contains);
        for (String word : match.words()) {
            Meaning meaning = QUALITIES.get(word);
            if (meaning != null) {
                boolean high = low != meaning.high();
                return new Superlative(
                        high, limit, meaning.kind(), meaning.words(), match.start(), match.end());
            }
        }
        return new Superlative(!low, limit, Kind.OPEN, List.of(), match.start(), match.end());
    }

    private static Map.Entry<String, Meaning> quality(
            boolean high, String adjective, String... words) {
        return Map.entry(adjective, new Meaning(high, Kind.QUALITY, List.of(words)));
    }
}
