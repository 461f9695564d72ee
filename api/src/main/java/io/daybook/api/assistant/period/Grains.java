package io.daybook.api.assistant.period;

import io.daybook.api.assistant.words.Line;
import io.daybook.api.assistant.words.Match;
import io.daybook.api.assistant.words.Phrase;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the step over time that a question asks for. */
final class Grains {

    private static final Phrase WEEKDAY =
            Phrase.of("by|per|each|every|which|what|for? the? weekday");
    private static final Phrase DAY_OF_WEEK =
            Phrase.of("by|per|each|every|which|what|for the? day of the? week");
    private static final Phrase HOUR_OF_DAY =
            Phrase.of("by|per|each|every|which|what|for the? hour of the? day");
    private static final Phrase STEP =
            Phrase.of(
                    "by|per|each|every|which|what|a|and the?"
                            + " hour|day|week|month|quarter|year|date");
    private static final Phrase ADVERB =
            Phrase.of(
                    "by? on? a? hourly|daily|weekly|monthly|quarterly|yearly|annual|annually"
                            + " basis?");
    private static final List<Phrase> TRENDS =
            List.of(
                    Phrase.of("over|through|across the? time"),
                    Phrase.of("the? trend|trends|development|evolution|timeline|progression of?"),
                    Phrase.of("by date|time"));
    private static final Map<String, Grain> ADVERBS =
            Map.of(
                    "hourly", Grain.HOUR,
                    "daily", Grain.DAY,
                    "weekly", Grain.WEEK,
                    "monthly", Grain.MONTH,
                    "quarterly", Grain.QUARTER,
                    "yearly", Grain.YEAR,
                    "annual", Grain.YEAR,
                    "annually", Grain.YEAR);

    private Grains() {}

    static @Nullable Grain take(Line line) {
        if (taken(line, DAY_OF_WEEK) || taken(line, WEEKDAY)) {
            return Grain.WEEKDAY;
        }
        if (taken(line, HOUR_OF_DAY)) {
            return Grain.HOUR_OF_DAY;
        }
        Optional<Match> step = STEP.in(line);
        if (step.isPresent()) {
            line.take(step.get());
            String word = step.get().words().get(2);
            return word.startsWith("date") ? Grain.DAY : Points.unit(word);
        }
        Optional<Match> adverb = ADVERB.in(line);
        if (adverb.isPresent()) {
            line.take(adverb.get());
            return ADVERBS.get(adverb.get().words().get(3));
        }
        return null;
    }

    static boolean takeTrend(Line line) {
        boolean found = false;
        for (Phrase phrase : TRENDS) {
            found |= taken(line, phrase);
        }
        return found;
    }

    private static boolean taken(Line line, Phrase phrase) {
        Optional<Match> match = phrase.in(line);
        match.ifPresent(line::take);
        return match.isPresent();
    }
}
