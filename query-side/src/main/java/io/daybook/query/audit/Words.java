package io.daybook.query.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people type to search, as a query of PostgreSQL's full-text search: every word is the
 * beginning of one, words in quotation marks follow each other, a minus excludes.
 */
final class Words {

    private static final int MOST = 12;
    private static final Pattern PART = Pattern.compile("(-?)(?:\"([^\"]*)\"|([^\\s\"]+))");
    private static final Pattern LETTER = Pattern.compile("[\\p{L}\\p{N}]");

    private Words() {}

    /** The query; empty, which matches nothing, when there is no letter or digit in the text. */
    static String query(String text) {
        List<String> parts = new ArrayList<>();
        Matcher part = PART.matcher(text);
        while (part.find() && parts.size() < MOST) {
            String phrase = part.group(2);
            String words = phrase == null ? part.group(3) : phrase;
            if (LETTER.matcher(words).find()) {
                parts.add(
                        (part.group(1).isEmpty() ? "" : "!")
                                + quoted(words)
                                + (phrase == null ? ":*" : ""));
            }
        }
        return String.join(" & ", parts);
    }

    private static String quoted(String words) {
        return "'" + words.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
