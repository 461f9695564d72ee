package io.daybook.api.assistant.analyst;

import io.daybook.api.assistant.period.PeriodReader;
import io.daybook.api.assistant.period.TimeScope;
import io.daybook.api.assistant.words.Line;

import org.jspecify.annotations.Nullable;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Reads a question part by part; each reader takes what it understands and leaves the rest. */
final class QuestionReader {

    private final MentionReader mentions;
    private final PeriodReader periods;

    QuestionReader(Binder binder, LocalDateTime now) {
        this.mentions = new MentionReader(binder);
        this.periods = new PeriodReader(now);
    }

    Intent read(String question) {
        Line line = new Line(question);
        boolean comparing =
                line.mentions("compare", "comparison", "compared", "versus", "vs", "difference");
        boolean share =
                line.mentions("share", "percentage", "percent", "proportion", "distribution");
        boolean low = line.mentions("low") || (line.mentions("running") && line.mentions("out"));
        boolean who = line.mentions("who");
        TimeScope time = periods.read(line);
        @Nullable Superlative superlative = SuperlativeReader.take(line);
        List<TextTest> tests = TextTestReader.take(line);
        List<Comparison> comparisons = ComparisonReader.take(line);
        List<Asked> asked = AggregateReader.take(line);
        List<Mention> named = new ArrayList<>(mentions.take(line));
        List<Leftover> leftovers = new ArrayList<>(LeftoverReader.take(line, named));
        adjectives(named, leftovers, line);
        return new Intent(
                time,
                superlative,
                asked,
                comparisons,
                tests,
                named,
                leftovers,
                comparing,
                share,
                low,
                who);
    }

    /** "shipped orders" speaks of a state before it speaks of a date. */
    private static void adjectives(List<Mention> named, List<Leftover> leftovers, Line line) {
        for (int index = 0; index + 1 < named.size(); index++) {
            Mention mention = named.get(index);
            Mention next = named.get(index + 1);
            boolean adjective =
                    mention.temporal()
                            && mention.end() - mention.start() == 1
                            && next.start() == mention.end()
                            && next.entity() != null;
            if (adjective && mention.role() != Mention.Role.EXCLUDED) {
                List<String> words = List.of(line.at(mention.start()).text());
                leftovers.add(new Leftover(mention.start(), mention.end(), words, false, mention));
                named.remove(index);
            }
        }
    }
}
