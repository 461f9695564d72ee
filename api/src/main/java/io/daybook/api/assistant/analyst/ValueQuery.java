package io.daybook.api.assistant.analyst;

import io.daybook.api.assistant.catalog.Column;
import io.daybook.api.assistant.sql.Identifiers;
import io.daybook.api.assistant.sql.Tables;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * The one bounded statement that looks for texts in columns: equal without regard to case, blanks,
 * underscores and hyphens, or (in columns of names) at the start of the value.
 */
public final class ValueQuery {

    private static final int MOST_VALUES = 5;

    private ValueQuery() {}

    /** Each row of the result: the number of the column, the phrase, the value. */
    public static String sql(List<Column> columns, List<String> phrases) {
        StringJoiner all = new StringJoiner("\nUNION ALL\n");
        List<String> literals =
                phrases.stream().map(phrase -> "(" + Identifiers.literal(phrase) + ")").toList();
        for (int index = 0; index < columns.size(); index++) {
            all.add(one(index, columns.get(index)));
        }
        return "WITH phrases (phrase) AS (VALUES " + String.join(", ", literals) + ")\n" + all;
    }

    private static String one(int index, Column column) {
        Tables tables = new Tables(column.entity());
        String value = tables.column(column.field()) + "::text";
        String plain = "lower(translate(" + value + ", '_-', '  '))";
        String match = plain + " = phrase";
        if (Labels.names(column.field())) {
            match =
                    "("
                            + match
                            + " OR (length(phrase) > 2 AND starts_with("
                            + plain
                            + ", phrase || ' ')))";
        }
        return "(SELECT DISTINCT "
                + index
                + " AS place, phrase, "
                + value
                + " AS value FROM "
                + tables.from()
                + " JOIN phrases ON "
                + match
                + " LIMIT "
                + MOST_VALUES
                + ")";
    }

    /** Reads the rows of the result; one that is not of this form is left out. */
    public static List<ValueSearch.Hit> hits(List<Column> columns, List<? extends List<?>> rows) {
        List<ValueSearch.Hit> hits = new ArrayList<>();
        for (List<?> row : rows) {
            if (row.size() == 3
                    && row.get(0) instanceof Number place
                    && row.get(1) instanceof String phrase
                    && row.get(2) instanceof String value) {
                hits.add(new ValueSearch.Hit(columns.get(place.intValue()), phrase, value));
            }
        }
        return hits;
    }
}
