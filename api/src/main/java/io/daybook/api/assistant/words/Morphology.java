package io.daybook.api.assistant.words;

import java.util.Map;
import java.util.Set;

/** The base form and the stem of an English word, by a few rules: enough to compare names. */
public final class Morphology {

    private static final Map<String, String> IRREGULAR =
            Map.ofEntries(
                    Map.entry("people", "person"),
                    Map.entry("children", "child"),
                    Map.entry("men", "man"),
                    Map.entry("women", "woman"),
                    Map.entry("statuses", "status"),
                    Map.entry("movies", "movie"),
                    Map.entry("companies", "company"),
                    Map.entry("employees", "employee"),
                    Map.entry("analyses", "analysis"),
                    Map.entry("indices", "index"),
                    Map.entry("paid", "pay"),
                    Map.entry("sold", "sell"),
                    Map.entry("spent", "spend"),
                    Map.entry("bought", "buy"),
                    Map.entry("left", "leave"),
                    Map.entry("earnings", "earnings"));

    private static final Set<String> INVARIANT =
            Set.of("series", "species", "news", "data", "sales", "always", "goods", "less");

    private Morphology() {}

    /** The singular of a noun in lower case; other words mostly stay as they are. */
    public static String singular(String word) {
        String irregular = IRREGULAR.get(word);
        if (irregular != null) {
            return irregular;
        }
        if (INVARIANT.contains(word) || word.length() < 4) {
            return word;
        }
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (ends(word, "sses", "shes", "ches", "xes", "zzes")) {
            return word.substring(0, word.length() - 2);
        }
        if (word.endsWith("s") && !ends(word, "ss", "us", "is")) {
            return word.substring(0, word.length() - 1);
        }
        return word;
    }

    /** What stays of a word without the endings of verbs: ordered, ordering and order are one. */
    public static String stem(String word) {
        String base = singular(word);
        if (base.length() > 5 && base.endsWith("ing")) {
            base = base.substring(0, base.length() - 3);
        } else if (base.length() > 4 && base.endsWith("ed")) {
            base = base.substring(0, base.length() - 2);
        }
        int last = base.length() - 1;
        if (last > 2 && base.charAt(last) == base.charAt(last - 1) && base.charAt(last) != 's') {
            base = base.substring(0, last);
        }
        return base.length() > 3 && base.endsWith("e")
                ? base.substring(0, base.length() - 1)
                : base;
    }

    private static boolean ends(String word, String... endings) {
        for (String ending : endings) {
            if (word.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }
}
