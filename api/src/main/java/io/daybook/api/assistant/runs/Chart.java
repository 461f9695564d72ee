package io.daybook.api.assistant.runs;

import io.daybook.api.mcp.ToolResult;

import java.util.List;
import java.util.Set;

/** How a result is best drawn; x and y name columns. */
public record Chart(String kind, String x, List<String> y, String title) {

    private static final int MOST_SHARES = 6;
    private static final int MOST_BARS = 60;
    private static final Set<String> IDENTIFIERS = Set.of("id", "number", "no", "code");

    /** Chooses from the types of the columns: time a line, few shares a pie, categories bars. */
    public static Chart of(ToolResult result, String title) {
        List<ToolResult.Column> columns = result.columns();
        List<String> numbers =
                columns.stream()
                        .skip(1)
                        .filter(Chart::figure)
                        .map(ToolResult.Column::name)
                        .toList();
        if (columns.size() < 2
                || columns.size() > 6
                || numbers.isEmpty()
                || result.rows().size() < 2) {
            return none(title);
        }
        ToolResult.Column first = columns.getFirst();
        if (first.type().equals("date") || first.type().equals("timestamp")) {
            return new Chart("line", first.name(), measures(numbers), title);
        }
        boolean category = first.type().equals("text") || first.type().equals("boolean");
        if (!category || numbers.size() < columns.size() - 2 || result.rows().size() > MOST_BARS) {
            return none(title);
        }
        boolean share = numbers.stream().anyMatch(name -> name.endsWith("percent"));
        if (share && result.rows().size() <= MOST_SHARES) {
            return new Chart("pie", first.name(), List.of(numbers.getFirst()), title);
        }
        return new Chart("bar", first.name(), measures(numbers), title);
    }

    static Chart none(String title) {
        return new Chart("none", "", List.of(), title);
    }

    private static List<String> measures(List<String> numbers) {
        List<String> plain = numbers.stream().filter(name -> !name.endsWith("percent")).toList();
        return plain.isEmpty() ? numbers : plain;
    }

    private static boolean figure(ToolResult.Column column) {
        String name = column.name();
        return column.type().equals("number")
                && !IDENTIFIERS.contains(name)
                && !name.endsWith("_id");
    }
}
