package io.daybook.api.assistant.runs;

import io.daybook.api.mcp.ToolResult;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;

/** Reads and shows single values of a result. */
final class Values {

    private Values() {}

    /** No rows, or one row in which nothing is known. */
    static boolean empty(ToolResult result) {
        List<List<@Nullable Object>> rows = result.rows();
        return rows.isEmpty()
                || (rows.size() == 1 && rows.getFirst().stream().allMatch(value -> value == null));
    }

    static @Nullable BigDecimal number(ToolResult result, int row, int column) {
        Object value = result.rows().get(row).get(column);
        if (value instanceof BigDecimal decimal) {
            return decimal;
        }
        if (value instanceof Number number) {
            return new BigDecimal(number.toString());
        }
        return numeric(result, column)
                        && value instanceof String text
                        && text.matches("-?\\d+(\\.\\d+)?")
                ? new BigDecimal(text)
                : null;
    }

    /** With thousands' separators and at most two decimals; an absent value as a dash. */
    static String shown(ToolResult result, int row, int column) {
        BigDecimal number = number(result, row, column);
        Object value = result.rows().get(row).get(column);
        if (number == null) {
            return value == null ? "–" : escaped(String.valueOf(value));
        }
        String pattern = number.abs().compareTo(BigDecimal.ONE) < 0 ? "#,##0.####" : "#,##0.##";
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ENGLISH))
                .format(number);
    }

    /** A moment of a series as one would say it: a month without its day. */
    static String time(ToolResult result, int row, String step) {
        String text = String.valueOf(result.rows().get(row).getFirst());
        if (text.length() < 10) {
            return text;
        }
        return switch (step) {
            case "year" -> text.substring(0, 4);
            case "month" -> text.substring(0, 7);
            case "quarter" ->
                    text.substring(0, 4)
                            + " Q"
                            + ((Integer.parseInt(text.substring(5, 7)) + 2) / 3);
            case "hour" -> text.replace('T', ' ');
            default -> text.substring(0, 10);
        };
    }

    /** The first column of numbers after the first column, or -1. */
    static int firstNumber(ToolResult result) {
        for (int column = 1; column < result.columns().size(); column++) {
            if (numeric(result, column)) {
                return column;
            }
        }
        return -1;
    }

    /** The row with the highest (sign 1) or lowest (sign -1) value. */
    static int extreme(ToolResult result, int column, int sign) {
        int best = 0;
        for (int row = 1; row < result.rows().size(); row++) {
            BigDecimal here = number(result, row, column);
            BigDecimal there = number(result, best, column);
            if (here != null && (there == null || here.compareTo(there) * sign > 0)) {
                best = row;
            }
        }
        return best;
    }

    static String spoken(String column) {
        return escaped(column.replace('_', ' '));
    }

    /** Values come from somebody's database: they must not become markup. */
    private static String escaped(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>|#!])", "\\\\$1");
    }

    private static boolean numeric(ToolResult result, int column) {
        return result.columns().get(column).type().equals("number");
    }
}
