package io.daybook.query.audit;

import io.daybook.messages.Refusal;
import io.daybook.platform.log.Gaps;
import io.daybook.platform.log.LogToken;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What somebody who follows the history has seen: everything up to a position, but for stretches
 * before it that somebody may still be writing. As a text it is the position, then each stretch
 * behind a tilde: {@code 120~57~60-62}.
 */
record Seen(long position, List<Stretch> gaps) {

    /** What is before the first entry. */
    static final Seen NOTHING = new Seen(-1, List.of());

    private static final int MOST = 20;
    private static final Pattern TEXT =
            Pattern.compile("(-?\\d{1,18})((?:~\\d{1,18}(?:-\\d{1,18})?){0," + MOST + "})");
    private static final Pattern STRETCH = Pattern.compile("~(\\d+)(?:-(\\d+))?");

    /** Positions from a first to a last one. */
    record Stretch(long first, long last) {

        private String text() {
            return "~" + first + (first == last ? "" : "-" + last);
        }
    }

    /**
     * What a reader of the log has seen; of very many gaps the later ones count as not read yet.
     */
    static Seen by(LogToken reader) {
        Gaps gaps = reader.gaps();
        long[] firsts = gaps.firsts();
        long[] lasts = gaps.lasts();
        List<Stretch> stretches = new ArrayList<>();
        for (int gap = 0; gap < Math.min(MOST, firsts.length); gap++) {
            stretches.add(new Stretch(firsts[gap], lasts[gap]));
        }
        return new Seen(firsts.length > MOST ? firsts[MOST] - 1 : reader.index(), stretches);
    }

    static Seen of(String text) {
        Matcher whole = TEXT.matcher(text);
        if (!whole.matches()) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "invalid-after",
                    "What was seen is a position, or what an answer has given to follow it.");
        }
        List<Stretch> stretches = new ArrayList<>();
        Matcher gap = STRETCH.matcher(whole.group(2));
        while (gap.find()) {
            String last = gap.group(2) == null ? gap.group(1) : gap.group(2);
            stretches.add(new Stretch(Long.parseLong(gap.group(1)), Long.parseLong(last)));
        }
        return new Seen(Long.parseLong(whole.group(1)), stretches);
    }

    String text() {
        return position + gaps.stream().map(Stretch::text).collect(Collectors.joining());
    }

    /** The highest position before which nothing is missing. */
    long complete() {
        return gaps.stream().mapToLong(gap -> gap.first() - 1).reduce(position, Math::min);
    }

    /** What was not seen, as a condition on entries e. */
    String unseen() {
        return gaps.stream()
                .map(gap -> " or e.position between %d and %d".formatted(gap.first(), gap.last()))
                .collect(Collectors.joining("", "(e.position > " + position, ")"));
    }
}
