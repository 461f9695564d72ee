package io.daybook.query.platform;

import io.daybook.query.platform.Columns.Column;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What has to be done to a table so that it can be read and written as another one of its name:
 * nothing is taken away and no row is rewritten.
 *
 * @param table with its schema
 * @param model with its schema
 * @param there the columns of the table, none where there is no such table
 * @param wanted the columns of the other one
 */
record TableAdaptation(
        String table, String model, Map<String, Column> there, Map<String, Column> wanted) {

    /**
     * Whether it can be done: no column has another type than is wanted, and the key is the same.
     */
    boolean isPossible() {
        return there.isEmpty()
                || (keyOf(there).equals(keyOf(wanted))
                        && wanted.values().stream().allMatch(this::isPossible));
    }

    private boolean isPossible(Column column) {
        Column same = there.get(column.name());
        return same == null
                ? column.nullable() || column.neutral().isPresent()
                : same.type().equals(column.type()) && (column.nullable() || !same.nullable());
    }

    private static Set<String> keyOf(Map<String, Column> columns) {
        return columns.values().stream()
                .filter(Column::key)
                .map(Column::name)
                .collect(Collectors.toSet());
    }

    List<String> statements() {
        List<String> statements = new ArrayList<>();
        if (there.isEmpty()) {
            statements.add("create table %s (like %s including all)".formatted(table, model));
            wanted.values().forEach(column -> statements.add(Columns.note(table, column)));
            return statements;
        }
        for (Column column : wanted.values()) {
            Column same = there.get(column.name());
            if (same == null) {
                statements.add(
                        "alter table %s add column %s %s%s"
                                .formatted(table, column.name(), column.type(), filling(column)));
                statements.add(Columns.note(table, column));
            } else if (column.nullable() && !same.nullable()) {
                statements.add(optional(column));
            }
        }
        there.values().stream()
                .filter(column -> !wanted.containsKey(column.name()) && !column.nullable())
                .forEach(column -> statements.add(optional(column)));
        return statements;
    }

    private static String filling(Column column) {
        return column.nullable() ? "" : " not null default " + column.neutral().orElseThrow();
    }

    private String optional(Column column) {
        return "alter table %s alter column %s drop not null".formatted(table, column.name());
    }
}
