package io.daybook.api.assistant.analyst;

import io.daybook.api.assistant.analyst.Comparison.Operator;
import io.daybook.api.assistant.words.Line;
import io.daybook.api.assistant.words.Match;
import io.daybook.api.assistant.words.Phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads more than 5, at least, below, between 3 and 7, and below without a number. */
final class ComparisonReader {

    private record Sign(Phrase phrase, Operator operator) {}

    private static final List<Sign> NUMBERED =
            List.of(
                    sign("between # and #", Operator.BETWEEN),
                    sign("from # to #", Operator.BETWEEN),
                    sign("# or more|above|higher|over", Operator.AT_LEAST),
                    sign("# or less|fewer|below|lower|under", Operator.AT_MOST),
                    sign("no|not more|greater|higher|over than? #", Operator.AT_MOST),
                    sign("no|not less|fewer|lower than? #", Operator.AT_LEAST),
                    sign("is? >= #", Operator.AT_LEAST),
                    sign("is? <= #", Operator.AT_MOST),
                    sign("is? !=|<> #", Operator.DIFFERENT),
                    sign("is? not|no equal? to? #", Operator.DIFFERENT),
                    sign("is? > #", Operator.GREATER),
                    sign("is? < #", Operator.LESS),
                    sign("at least #", Operator.AT_LEAST),
                    sign("at most #", Operator.AT_MOST),
                    sign("up to #", Operator.AT_MOST),
                    sign(
                            "more|greater|higher|larger|bigger|longer|older|hotter|warmer than #",
                            Operator.GREATER),
                    sign(
                            "less|lower|fewer|smaller|cheaper|shorter|younger|colder|cooler than #",
                            Operator.LESS),
                    sign("over|above|exceeding|exceeds|beyond #", Operator.GREATER),
                    sign("below|under|beneath #", Operator.LESS),
                    sign("is|= equal|exactly? to? #", Operator.EQUAL),
                    sign("equals|equal to? #", Operator.EQUAL));
    private static final List<Sign> BARE =
            List.of(
                    sign("is|are? more|greater|higher|larger than", Operator.GREATER),
                    sign("is|are? less|lower|fewer|smaller than", Operator.LESS),
                    sign("is|are? at|at or? below|under", Operator.AT_MOST),
                    sign("over|above|exceeding|exceeds", Operator.GREATER),
                    sign("below|under|beneath", Operator.LESS),
                    sign(">", Operator.GREATER),
                    sign("<", Operator.LESS));

    private ComparisonReader() {}

    static List<Comparison> take(Line line) {
        List<Comparison> found = new ArrayList<>();
        take(line, NUMBERED, found);
        take(line, BARE, found);
        return List.copyOf(found);
    }

    private static void take(Line line, List<Sign> signs, List<Comparison> found) {
        for (int index = 0; index < line.size(); index++) {
            for (Sign sign : signs) {
                Optional<Match> match = sign.phrase().at(line, index);
                if (match.isPresent()) {
                    line.take(match.get());
                    found.add(
                            new Comparison(
                                    sign.operator(),
                                    match.get().numbers(),
                                    match.get().start(),
                                    match.get().end()));
                }
            }
        }
    }

    private static Sign sign(String pattern, Operator operator) {
        return new Sign(Phrase.of(pattern), operator);
    }
}
