package io.daybook.api.assistant.analyst;

import io.daybook.api.assistant.analyst.Mention.Role;
import io.daybook.api.assistant.catalog.FieldType;
import io.daybook.api.assistant.words.Line;
import io.daybook.api.assistant.words.StopWords;
import io.daybook.api.assistant.words.Token;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts what is left of a question into names of the schema, the longest and surest first. */
final class MentionReader {

    private static final int LONGEST = 4;

    /** A word that starts with a capital is more likely a value than a name spelt loosely. */
    private static final double CAPITAL = 0.8;

    private static final Pattern NEGATED = Pattern.compile("(?:un|in|non)(\\w{4,})");

    private final Binder binder;

    MentionReader(Binder binder) {
        this.binder = binder;
    }

    List<Mention> take(Line line) {
        List<Mention> mentions = new ArrayList<>();
        int index = 0;
        while (index < line.size()) {
            Mention mention = best(line, index, mentions.isEmpty() ? null : mentions.getLast());
            if (mention == null) {
                mention = negated(line, index);
            }
            if (mention == null) {
                index++;
            } else {
                line.take(mention.start(), mention.end());
                mentions.add(mention);
                index = mention.end();
            }
        }
        return List.copyOf(mentions);
    }

    private @Nullable Mention best(Line line, int start, @Nullable Mention before) {
        Mention best = null;
        double reached = 0;
        List<String> words = new ArrayList<>();
        for (int end = start + 1; end <= start + LONGEST && word(line, end - 1); end++) {
            Token token = line.at(end - 1);
            words.add(token.lemma());
            if (end == start + 1 && StopWords.contains(token)) {
                continue;
            }
            List<Candidate> candidates = binder.meanings(words);
            double score =
                    candidates.isEmpty() ? 0 : candidates.getFirst().score() + 0.1 * words.size();
            boolean value =
                    !candidates.isEmpty()
                            && token.capital()
                            && candidates.getFirst().score() < CAPITAL;
            if (score > reached && !value) {
                reached = score;
                boolean plural = !token.lemma().equals(token.lower()) || token.is("sales");
                best =
                        new Mention(
                                start,
                                end,
                                role(line, start, before),
                                plural,
                                String.join(" ", words),
                                candidates);
            }
        }
        return best;
    }

    /** "unresolved", "inactive": the opposite of a truth or of a date. */
    private @Nullable Mention negated(Line line, int index) {
        if (!word(line, index) || !NEGATED.matcher(line.at(index).lower()).matches()) {
            return null;
        }
        String rest = NEGATED.matcher(line.at(index).lower()).replaceFirst("$1");
        List<Candidate> states =
                binder.meanings(List.of(rest)).stream().filter(MentionReader::state).toList();
        return states.isEmpty()
                ? null
                : new Mention(index, index + 1, Role.EXCLUDED, false, rest, states);
    }

    private static boolean state(Candidate candidate) {
        return candidate instanceof Candidate.OfColumn of
                && (of.column().field().type() == FieldType.BOOLEAN
                        || of.column().field().type().temporal());
    }

    private static boolean word(Line line, int index) {
        return line.free(index) && line.at(index).word();
    }

    private static Role role(Line line, int start, @Nullable Mention before) {
        int index = start - 1;
        while (line.has(
                index,
                "the",
                "a",
                "an",
                "single",
                "individual",
                "of",
                "their",
                "its",
                "any",
                "all",
                "me")) {
            index--;
        }
        if (line.has(index, "by", "per", "each", "every", "across")) {
            return Role.GROUP;
        }
        if (line.has(index, "without", "no", "never", "not", "lacking")) {
            return Role.EXCLUDED;
        }
        if (line.has(index, "which", "what", "whose")) {
            return Role.WHICH;
        }
        boolean listed = line.has(index, "and", ",") && before != null && before.end() >= index - 1;
        return listed && before != null && before.role() == Role.GROUP ? Role.GROUP : Role.PLAIN;
    }
}
