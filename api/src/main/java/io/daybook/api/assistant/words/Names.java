package io.daybook.api.assistant.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The words inside an identifier: snake_case, camelCase, UPPER, with the usual abbreviations. */
public final class Names {

    private static final Pattern BORDER =
            Pattern.compile(
                    "[^\\p{L}\\p{N}]+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})"
                        + "|(?<=\\p{L}{2})(?=\\p{N}+$)");

    private Names() {}

    /** The parts of an identifier as they are written. */
    public static List<String> split(String identifier) {
        List<String> parts = new ArrayList<>();
        for (String part : BORDER.split(identifier, -1)) {
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return parts.isEmpty() ? List.of(identifier) : parts;
    }

    /** The base forms of the words of an identifier, abbreviations written out. */
    public static List<String> words(String identifier) {
        List<String> words = new ArrayList<>();
        for (String part : split(identifier)) {
            String lower = part.toLowerCase(Locale.ROOT);
            String whole = Abbreviations.expand(lower);
            words.add(Morphology.singular(whole));
        }
        if (words.size() > 1 && Abbreviations.PREFIXES.contains(words.getFirst())) {
            words.removeFirst();
        }
        return List.copyOf(words);
    }

    /** An identifier as a person would say it. */
    public static String spoken(String identifier) {
        List<String> parts = new ArrayList<>();
        for (String part : split(identifier)) {
            parts.add(Abbreviations.expand(part.toLowerCase(Locale.ROOT)));
        }
        if (parts.size() > 1 && Abbreviations.PREFIXES.contains(parts.getFirst())) {
            parts.removeFirst();
        }
        return String.join(" ", parts);
    }
}
