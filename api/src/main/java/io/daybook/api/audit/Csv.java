package io.daybook.api.audit;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Lines of comma-separated values (RFC 4180). A cell that a spreadsheet would take for a formula
 * gets an apostrophe before it (OWASP, CSV injection).
 */
final class Csv {

    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";
    private static final String QUOTED = ",\"\r\n";

    private Csv() {}

    /** A line of cells with its end; an absent value is an empty cell. */
    static String line(List<@Nullable Object> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        // a number is what it is, also a negative one
        String harmless =
                value instanceof Number || text.isEmpty() || FORMULA.indexOf(text.charAt(0)) < 0
                        ? text
                        : "'" + text;
        return harmless.chars().anyMatch(one -> QUOTED.indexOf(one) >= 0 || one == '\'')
                ? "\"" + harmless.replace("\"", "\"\"") + "\""
                : harmless;
    }
}
