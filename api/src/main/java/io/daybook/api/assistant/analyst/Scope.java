package io.daybook.api.assistant.analyst;

import io.daybook.api.assistant.catalog.Catalog;
import io.daybook.api.assistant.catalog.Column;
import io.daybook.api.assistant.catalog.Entity;
import io.daybook.api.assistant.catalog.Field;
import io.daybook.api.assistant.catalog.Way;
import io.daybook.api.assistant.sql.Identifiers;
import io.daybook.api.assistant.sql.Tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A statement under construction over one table: reaches columns by joins that keep its rows. */
final class Scope {

    private final Catalog catalog;
    private final Tables tables;

    Scope(Catalog catalog, Tables tables) {
        this.catalog = catalog;
        this.tables = tables;
    }

    Tables tables() {
        return tables;
    }

    Entity base() {
        return tables.base();
    }

    Optional<Way> way(Entity target) {
        return catalog.ways().between(base(), target);
    }

    /** A column that each row of the base meets once, or (several times) joined all the same. */
    String column(Column column) {
        return tables.column(way(column.entity()).orElseThrow(), column.field());
    }

    /** What a row of an entity is called. */
    String label(Entity entity) {
        List<String> parts =
                Labels.of(entity).stream().map(field -> column(new Column(entity, field))).toList();
        return parts.size() == 1
                ? parts.getFirst()
                : "concat_ws(' ', " + String.join(", ", parts) + ")";
    }

    /** A condition on a column; where rows would multiply it becomes a question of existence. */
    String condition(Column column, Function<String, String> predicate) {
        Way way = way(column.entity()).orElseThrow();
        if (!way.multiplies()) {
            return predicate.apply(tables.column(way, column.field()));
        }
        return exists(way, inner -> List.of(predicate.apply(inner.column(column.field()))));
    }

    /** That a row has (or has not) rows of another table that meet some conditions. */
    String exists(Entity other, Function<Inner, List<String>> conditions) {
        return exists(way(other).orElseThrow(), conditions);
    }

    /** The inside of an existence: columns of the table at its end, and of those around it. */
    record Inner(Catalog catalog, Tables tables, Way rest, Entity end) {

        String column(Field field) {
            return tables.column(rest, field);
        }

        String column(Column column) {
            Way onwards = catalog.ways().between(end, column.entity()).orElseThrow();
            List<Way.Step> steps = new ArrayList<>(rest.steps());
            steps.addAll(onwards.steps());
            return tables.column(new Way(steps), column.field());
        }
    }

    private String exists(Way way, Function<Inner, List<String>> conditions) {
        int turn = 0;
        while (way.steps().get(turn).toOne()) {
            turn++;
        }
        Way.Step step = way.steps().get(turn);
        String outer = tables.column(new Way(way.steps().subList(0, turn)), step.link().to());
        Tables inner = tables.inner(step.link().many());
        Way rest = new Way(way.steps().subList(turn + 1, way.length()));
        List<String> where = new ArrayList<>();
        where.add(inner.column(step.link().from()) + " = " + outer);
        where.addAll(
                conditions.apply(new Inner(catalog, inner, rest, way.steps().getLast().target())));
        String joins = inner.joins().isEmpty() ? "" : " " + String.join(" ", inner.joins());
        return "EXISTS (SELECT 1 FROM "
                + inner.from()
                + joins
                + " WHERE "
                + String.join(" AND ", where)
                + ")";
    }

    static String oneOf(String expression, List<String> values) {
        List<String> literals = values.stream().map(Identifiers::literal).toList();
        return literals.size() == 1
                ? expression + " = " + literals.getFirst()
                : expression + " IN (" + String.join(", ", literals) + ")";
    }
}
