package io.daybook.api.assistant.catalog;

import java.util.List;
import java.util.Set;

/** A column, with the words of its name and of its comment. */
public record Field(
        String name,
        List<String> words,
        List<String> commentWords,
        FieldType type,
        boolean nullable,
        boolean key) {

    private static final Set<String> LABELS = Set.of("name", "title", "label", "caption");
    private static final Set<String> CODES =
            Set.of(
                    "year",
                    "zip",
                    "postal",
                    "phone",
                    "latitude",
                    "longitude",
                    "version",
                    "sequence",
                    "number",
                    "code",
                    "fax");

    /** Whether sums and averages of this column mean something. */
    public boolean measure() {
        return type.numeric() && !key && words.stream().noneMatch(CODES::contains);
    }

    /** Whether this column is what a row is called. */
    public boolean label() {
        return type == FieldType.TEXT && LABELS.contains(words.getLast());
    }

    public boolean says(String word) {
        return words.contains(word) || commentWords.contains(word);
    }

    public String head() {
        return words.getLast();
    }
}
