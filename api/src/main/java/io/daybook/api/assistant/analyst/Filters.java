package io.daybook.api.assistant.analyst;

import io.daybook.api.assistant.analyst.Mention.Role;
import io.daybook.api.assistant.catalog.Column;
import io.daybook.api.assistant.catalog.Entity;
import io.daybook.api.assistant.catalog.Field;
import io.daybook.api.assistant.catalog.FieldType;
import io.daybook.api.assistant.catalog.Way;
import io.daybook.api.assistant.period.Period;
import io.daybook.api.assistant.sql.Identifiers;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** The conditions of a question on the rows of a table, all but those of time. */
final class Filters {

    private final Scope scope;
    private final Intent intent;
    private final Roles roles;
    private final BiFunction<Entity, @Nullable Period, String> existing;

    Filters(
            Scope scope,
            Intent intent,
            Roles roles,
            BiFunction<Entity, @Nullable Period, String> existing) {
        this.existing = existing;
        this.scope = scope;
        this.intent = intent;
        this.roles = roles;
    }

    List<String> conditions(List<ValueFilter> values) {
        List<String> conditions = new ArrayList<>();
        for (ValueFilter filter : values) {
            conditions.add(
                    scope.condition(filter.column(), sql -> Scope.oneOf(sql, filter.values())));
        }
        comparisons(conditions);
        for (TextTest test : intent.tests()) {
            textColumn(test)
                    .ifPresent(
                            column ->
                                    conditions.add(
                                            scope.condition(
                                                    column,
                                                    sql ->
                                                            sql
                                                                    + " ILIKE "
                                                                    + Identifiers.literal(
                                                                            test.pattern()))));
        }
        for (Mention mention : intent.mentions()) {
            flag(mention).ifPresent(conditions::add);
            if (mention.role() == Role.EXCLUDED) {
                excluded(mention, excludesBelow() ? intent.time().period() : null)
                        .ifPresent(conditions::add);
            }
        }
        low(conditions);
        return conditions;
    }

    private void comparisons(List<String> conditions) {
        for (Map.Entry<Comparison, Mention> entry : roles.compared().entrySet()) {
            Mention mention = entry.getValue();
            Entity counted = mention.entity();
            if (roles.having().contains(mention)) {
                continue;
            }
            if (counted != null
                    && mention.columns().stream().noneMatch(of -> of.column().field().measure())) {
                count(entry.getKey(), counted).ifPresent(conditions::add);
            } else {
                number(mention)
                        .ifPresent(column -> conditions.add(compare(entry.getKey(), column)));
            }
        }
    }

    private String compare(Comparison comparison, Column column) {
        Mention limit = roles.limits().get(comparison);
        if (limit == null) {
            return scope.condition(column, comparison::sql);
        }
        Column other = number(limit).orElse(column);
        return scope.condition(
                column,
                sql -> sql + " " + comparison.operator().sign() + " " + scope.column(other));
    }

    /** Customers with more than 3 orders. */
    private Optional<String> count(Comparison comparison, Entity counted) {
        Field key = scope.base().identifier().orElse(null);
        Way way = scope.way(counted).filter(Way::multiplies).orElse(null);
        if (key == null || way == null || way.length() != 1) {
            return Optional.empty();
        }
        var inner = scope.tables().inner(counted);
        String from = inner.column(way.steps().getFirst().link().from());
        return Optional.of(
                "(SELECT count(*) FROM "
                        + inner.from()
                        + " WHERE "
                        + from
                        + " = "
                        + scope.tables().column(key)
                        + ") "
                        + comparison.sql("").strip());
    }

    private Optional<Column> number(Mention mention) {
        return nearest(mention, column -> column.field().type().numeric());
    }

    /** The meaning that is nearest to the rows: a column of their own table first. */
    Optional<Column> nearest(Mention mention, Predicate<Column> fits) {
        return mention.columns().stream()
                .filter(of -> fits.test(of.column()))
                .filter(of -> scope.way(of.column().entity()).isPresent())
                .min(Comparator.comparingDouble(of -> cost(of)))
                .map(Candidate.OfColumn::column);
    }

    private double cost(Candidate.OfColumn of) {
        Way way = scope.way(of.column().entity()).orElseThrow();
        return way.length() * 0.03 + (way.multiplies() ? 0.4 : 0) - of.score();
    }

    private Optional<Column> textColumn(TextTest test) {
        Optional<Mention> before =
                intent.mentions().stream()
                        .filter(
                                it ->
                                        it.end() <= test.start()
                                                && it.entity() == null
                                                && it.column() != null)
                        .reduce((first, second) -> second);
        Optional<Column> named =
                before.flatMap(
                        it -> nearest(it, column -> column.field().type() == FieldType.TEXT));
        return named.or(
                () ->
                        Labels.of(scope.base()).stream()
                                .filter(field -> field.type() == FieldType.TEXT)
                                .findFirst()
                                .map(field -> new Column(scope.base(), field)));
    }

    /** A column of truth named like an adjective: discontinued products, not active. */
    private Optional<String> flag(Mention mention) {
        if (roles.groups().contains(mention) || mention.entity() != null) {
            return Optional.empty();
        }
        boolean not = mention.role() == Role.EXCLUDED;
        return nearest(mention, column -> column.field().type() == FieldType.BOOLEAN)
                .map(column -> scope.condition(column, sql -> not ? "NOT " + sql : sql));
    }

    private Optional<String> excluded(Mention mention, @Nullable Period period) {
        Entity entity = mention.entity();
        if (entity == null || entity.is(scope.base())) {
            return nearest(mention, column -> column.field().type() != FieldType.BOOLEAN)
                    .map(column -> scope.column(column) + " IS NULL");
        }
        Way way = scope.way(entity).orElse(Way.NONE);
        if (way.multiplies()) {
            return Optional.of("NOT " + existing.apply(entity, period));
        }
        return way.length() == 0
                ? Optional.empty()
                : Optional.of(
                        scope.tables().column(way.steps().getFirst().link().from()) + " IS NULL");
    }

    /** Whether the period is one in which something did not happen. */
    boolean excludesBelow() {
        return intent.mentions().stream()
                .filter(it -> it.role() == Role.EXCLUDED)
                .map(Mention::entity)
                .anyMatch(
                        entity ->
                                entity != null
                                        && scope.way(entity).filter(Way::multiplies).isPresent());
    }

    /** Low stock: at or below the level that the table itself gives. */
    private void low(List<String> conditions) {
        @Nullable Field level = reorderLevel(scope.base());
        @Nullable Field stock = stock(scope.base());
        if (intent.low() && level != null && stock != null && roles.compared().isEmpty()) {
            conditions.add(scope.tables().column(stock) + " <= " + scope.tables().column(level));
        }
    }

    static @Nullable Field stock(Entity entity) {
        return entity.fields().stream()
                .filter(
                        field ->
                                field.measure()
                                        && reorder(field) == 0
                                        && has(
                                                field,
                                                "stock",
                                                "inventory",
                                                "hand",
                                                "available",
                                                "quantity"))
                .findFirst()
                .orElse(null);
    }

    static @Nullable Field reorderLevel(Entity entity) {
        return entity.fields().stream()
                .filter(field -> field.measure() && reorder(field) > 0)
                .findFirst()
                .orElse(null);
    }

    private static int reorder(Field field) {
        return has(field, "reorder", "minimum", "min", "threshold", "safety") ? 1 : 0;
    }

    private static boolean has(Field field, String... words) {
        for (String word : words) {
            if (field.words().contains(word)) {
                return true;
            }
        }
        return false;
    }
}
