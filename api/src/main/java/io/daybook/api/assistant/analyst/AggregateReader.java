package io.daybook.api.assistant.analyst;

import io.daybook.api.assistant.words.Line;
import io.daybook.api.assistant.words.Match;
import io.daybook.api.assistant.words.Phrase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads how many, total, average, median, minimum, maximum, distinct. */
final class AggregateReader {

    private static final Map<Phrase, Aggregate> PHRASES =
            Map.ofEntries(
                    Map.entry(Phrase.of("how many distinct|different|unique?"), Aggregate.COUNT),
                    Map.entry(
                            Phrase.of("the? total? number of distinct|different|unique? the?"),
                            Aggregate.COUNT),
                    Map.entry(
                            Phrase.of("the? count of? distinct|different|unique? the?"),
                            Aggregate.COUNT),
                    Map.entry(Phrase.of("how much"), Aggregate.SUM),
                    Map.entry(
                            Phrase.of("the? sum|total|overall|combined of? the? all?"),
                            Aggregate.SUM),
                    Map.entry(
                            Phrase.of("the? average|avg|mean|typical of? the?"), Aggregate.AVERAGE),
                    Map.entry(Phrase.of("the? median of? the?"), Aggregate.MEDIAN),
                    Map.entry(Phrase.of("the? minimum|min of? the?"), Aggregate.MINIMUM),
                    Map.entry(Phrase.of("the? maximum|max of? the?"), Aggregate.MAXIMUM));

    private AggregateReader() {}

    static List<Asked> take(Line line) {
        List<Asked> asked = new ArrayList<>();
        for (int index = 0; index < line.size(); index++) {
            longest(line, index)
                    .filter(found -> !noun(line, found))
                    .ifPresent(
                            found -> {
                                line.take(found.match());
                                asked.add(
                                        new Asked(
                                                found.aggregate(),
                                                found.match().start(),
                                                distinct(found.match())));
                            });
        }
        return List.copyOf(asked);
    }

    private record Found(Match match, Aggregate aggregate) {}

    private static Optional<Found> longest(Line line, int index) {
        return PHRASES.entrySet().stream()
                .flatMap(
                        entry ->
                                entry
                                        .getKey()
                                        .at(line, index)
                                        .map(match -> new Found(match, entry.getValue()))
                                        .stream())
                .max(Comparator.comparingInt(found -> found.match().end()));
    }

    /** "order total" names a column, "total orders" asks for a sum. */
    private static boolean noun(Line line, Found found) {
        int before = found.match().start() - 1;
        return found.aggregate() == Aggregate.SUM
                && found.match().words().contains("total")
                && line.free(before)
                && line.at(before).word()
                && !line.has(
                        before, "the", "show", "what", "is", "give", "me", "and", "get", "compare",
                        "with", "of", "by", "for", "are");
    }

    private static boolean distinct(Match match) {
        return match.words().stream()
                .anyMatch(word -> List.of("distinct", "different", "unique").contains(word));
    }
}
