package io.daybook.query.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people type to search: every word is the beginning of one, words in quotation marks follow
 * each other, a minus excludes.
 */
record Words(List<Word> wanted, List<Word> unwanted) {

    private static final int MOST = 12;
    private static final Pattern PART = Pattern.compile("(-?)(?:\"([^\"]*)\"|([^\\s\"]+))");
    private static final Pattern LETTER = Pattern.compile("[\\p{L}\\p{N}]");

    /** The words of a text; none when there is no letter or digit in it. */
    static Words of(String text) {
        Words words = new Words(new ArrayList<>(), new ArrayList<>());
        Matcher part = PART.matcher(text);
        int parts = 0;
        while (part.find() && parts < MOST) {
            boolean open = part.group(2) == null;
            String typed = open ? part.group(3) : part.group(2);
            if (LETTER.matcher(typed).find()) {
                (part.group(1).isEmpty() ? words.wanted : words.unwanted)
                        .add(new Word(typed, open));
                parts++;
            }
        }
        return words;
    }

    boolean none() {
        return wanted.isEmpty() && unwanted.isEmpty();
    }

    /** One word, of which more may follow, or several in quotation marks. */
    record Word(String typed, boolean open) {

        String query() {
            return "'" + typed.replace("\\", "\\\\").replace("'", "''") + "'" + (open ? ":*" : "");
        }

        /** Whether a name that is one word in small letters has it. */
        boolean isOf(String name) {
            String small = typed.toLowerCase(Locale.ROOT);
            return open ? name.startsWith(small) : name.equals(small.strip());
        }
    }
}
