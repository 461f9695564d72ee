package io.daybook.api.assistant.sql;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.StringJoiner;

/** A SELECT, its parts already written as SQL; rendered with one part on each line. */
public record Select(
        List<Item> items,
        String from,
        List<String> joins,
        List<String> where,
        List<String> group,
        List<String> having,
        List<String> order,
        @Nullable Integer limit) {

    /** A column of the result. */
    public record Item(String expression, String alias) {

        String render() {
            String name = Identifiers.name(alias);
            boolean same = expression.equals(name) || expression.endsWith("." + name);
            return same ? expression : expression + " AS " + name;
        }
    }

    /** The statement, without a final semicolon. */
    public String render() {
        StringJoiner lines = new StringJoiner("\n");
        lines.add("SELECT " + String.join(",\n       ", items.stream().map(Item::render).toList()));
        lines.add("FROM " + from);
        joins.forEach(lines::add);
        part(lines, "WHERE ", where, "\n  AND ");
        part(lines, "GROUP BY ", group, ", ");
        part(lines, "HAVING ", having, "\n   AND ");
        part(lines, "ORDER BY ", order, ", ");
        if (limit != null) {
            lines.add("LIMIT " + limit);
        }
        return lines.toString();
    }

    private static void part(StringJoiner lines, String head, List<String> parts, String glue) {
        if (!parts.isEmpty()) {
            lines.add(head + String.join(glue, parts));
        }
    }
}
