package io.daybook.api.assistant.analyst;

import io.daybook.api.assistant.catalog.FieldType;
import io.daybook.api.assistant.words.Line;
import io.daybook.api.assistant.words.StopWords;
import io.daybook.api.assistant.words.Token;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Gathers the words that nothing else has understood. */
final class LeftoverReader {

    /** Colourless words: if they are no value they are no loss. */
    private static final Set<String> FAINT =
            Set.of(
                    "new",
                    "old",
                    "big",
                    "small",
                    "good",
                    "bad",
                    "real",
                    "own",
                    "live",
                    "bring",
                    "buy",
                    "sell",
                    "sold",
                    "order",
                    "ordered",
                    "receive",
                    "received",
                    "use",
                    "used",
                    "work",
                    "pay",
                    "paid",
                    "earn",
                    "low",
                    "high",
                    "left",
                    "next",
                    "worth",
                    "people",
                    "person",
                    "level",
                    "date",
                    "day",
                    "basis",
                    "purchased",
                    "bought",
                    "performing",
                    "share",
                    "percentage",
                    "percent",
                    "proportion",
                    "distribution",
                    "growth",
                    "increase",
                    "value",
                    "available",
                    "history",
                    "name",
                    "running",
                    "spent",
                    "spend",
                    "selling",
                    "works",
                    "working",
                    "lives");

    /** Small words that a value may begin with: in progress, on hold, not started. */
    private static final String[] OPENINGS = {"in", "on", "out", "not", "no", "to"};

    private LeftoverReader() {}

    static boolean faint(String word) {
        return FAINT.contains(word);
    }

    static List<Leftover> take(Line line, List<Mention> mentions) {
        List<Leftover> found = new ArrayList<>();
        int index = 0;
        while (index < line.size()) {
            boolean expected = expected(line, index, mentions);
            int end = index;
            while (part(line, end, end > index, expected && end == index)) {
                end++;
            }
            if (end > index) {
                found.add(leftover(line, index, end, expected));
                line.take(index, end);
            }
            index = Math.max(end, index + 1);
        }
        return List.copyOf(found);
    }

    /** After the name of a column of texts a value is expected, whatever word it is. */
    private static boolean expected(Line line, int index, List<Mention> mentions) {
        int before = line.has(index - 1, "is", "=", "are", "equals") ? index - 1 : index;
        return mentions.stream()
                .anyMatch(
                        it ->
                                it.end() == before
                                        && it.entity() == null
                                        && !it.grouped()
                                        && !it.columns().isEmpty()
                                        && it.columns().stream()
                                                .allMatch(
                                                        of ->
                                                                of.column().field().type()
                                                                        == FieldType.TEXT)
                                        && !line.has(
                                                index, "is", "are", "in", "of", "and", "or", "by",
                                                "per", "for", "with", "on", "to", "from", "that",
                                                "the"));
    }

    private static boolean part(Line line, int index, boolean inside, boolean expected) {
        if (!line.free(index)) {
            return false;
        }
        Token token = line.at(index);
        boolean quotedBefore = inside && line.at(index - 1).kind() == Token.Kind.QUOTED;
        return switch (token.kind()) {
            case WORD ->
                    !quotedBefore && (expected || token.capital() || !StopWords.contains(token));
            case QUOTED -> !inside;
            case NUMBER, DATE, SYMBOL, COMMA -> false;
        };
    }

    private static Leftover leftover(Line line, int start, int end, boolean expected) {
        List<String> words = new ArrayList<>();
        boolean certain =
                expected
                        || line.has(
                                start - 1, "in", "from", "for", "=", "is", "named", "called",
                                "with", "where", "at");
        boolean faint = true;
        if (line.free(start - 1) && line.has(start - 1, OPENINGS)) {
            words.add(line.at(start - 1).text());
        }
        for (int index = start; index < end; index++) {
            Token token = line.at(index);
            words.add(token.text());
            certain |= token.capital() || token.kind() == Token.Kind.QUOTED;
            faint &= FAINT.contains(token.lower());
        }
        return new Leftover(start, end, List.copyOf(words), certain && !faint, null);
    }
}
