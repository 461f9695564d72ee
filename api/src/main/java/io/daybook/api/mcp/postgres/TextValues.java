package io.daybook.api.mcp.postgres;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.math.BigDecimal;

/** Makes values that fit JSON of the text that PostgreSQL sends. */
final class TextValues {

    private static final JsonMapper JSON = JsonMapper.shared();

    private TextValues() {}

    /** The kind of a column, from the number of its type in pg_type. */
    static String kind(int typeOid) {
        return switch (typeOid) {
            case 20, 21, 23, 26, 700, 701, 1700 -> "number";
            case 1082 -> "date";
            case 1114, 1184 -> "timestamp";
            case 16 -> "boolean";
            case 114, 3802 -> "json";
            default -> "text";
        };
    }

    /** Values without a counterpart in JSON (NaN, infinity) stay text. */
    static @Nullable Object read(@Nullable String text, int typeOid) {
        if (text == null) {
            return null;
        }
        try {
            return switch (typeOid) {
                case 20, 21, 23, 26 -> Long.valueOf(text);
                case 700, 701 -> finite(text);
                case 1700 -> new BigDecimal(text);
                case 16 -> text.equals("t");
                case 1114 -> text.replace(' ', 'T');
                case 1184 -> instant(text);
                case 114, 3802 -> JSON.readValue(text, Object.class);
                default -> text;
            };
        } catch (NumberFormatException | JacksonException notThatKind) {
            return text;
        }
    }

    private static Object finite(String text) {
        double value = Double.parseDouble(text);
        return Double.isFinite(value) ? value : text;
    }

    /** The session's time zone is UTC, which PostgreSQL writes as +00. */
    private static String instant(String text) {
        String iso = text.replace(' ', 'T');
        return iso.endsWith("+00") ? iso.substring(0, iso.length() - 3) + "Z" : iso;
    }
}
