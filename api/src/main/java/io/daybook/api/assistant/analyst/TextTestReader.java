package io.daybook.api.assistant.analyst;

import io.daybook.api.assistant.analyst.TextTest.Kind;
import io.daybook.api.assistant.words.Line;
import io.daybook.api.assistant.words.Match;
import io.daybook.api.assistant.words.Phrase;
import io.daybook.api.assistant.words.Token;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads containing x, starting with x, ending with x. */
final class TextTestReader {

    private static final Map<Phrase, Kind> PHRASES = phrases();

    private TextTestReader() {}

    static List<TextTest> take(Line line) {
        List<TextTest> found = new ArrayList<>();
        for (int index = 0; index < line.size(); index++) {
            for (Map.Entry<Phrase, Kind> entry : PHRASES.entrySet()) {
                Optional<Match> match = entry.getKey().at(line, index);
                match.filter(it -> value(line, it.end()))
                        .ifPresent(
                                it -> {
                                    line.take(it.start(), it.end() + 1);
                                    found.add(
                                            new TextTest(
                                                    entry.getValue(),
                                                    line.at(it.end()).text(),
                                                    it.start()));
                                });
            }
        }
        return List.copyOf(found);
    }

    private static boolean value(Line line, int index) {
        return line.free(index)
                && (line.at(index).kind() == Token.Kind.QUOTED
                        || line.at(index).word()
                        || line.at(index).kind() == Token.Kind.NUMBER);
    }

    private static Map<Phrase, Kind> phrases() {
        Map<Phrase, Kind> phrases = new LinkedHashMap<>();
        phrases.put(
                Phrase.of("that|which? start|starts|starting|begin|begins|beginning with"),
                Kind.STARTS);
        phrases.put(Phrase.of("that|which? end|ends|ending with|in"), Kind.ENDS);
        phrases.put(
                Phrase.of("that|which? contain|contains|containing|like|matching the? text|word?"),
                Kind.CONTAINS);
        return phrases;
    }
}
