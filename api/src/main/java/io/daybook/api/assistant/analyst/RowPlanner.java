package io.daybook.api.assistant.analyst;

import io.daybook.api.assistant.analyst.Proposal.Kind;
import io.daybook.api.assistant.catalog.Catalog;
import io.daybook.api.assistant.catalog.Column;
import io.daybook.api.assistant.catalog.Entity;
import io.daybook.api.assistant.catalog.Field;
import io.daybook.api.assistant.catalog.FieldType;
import io.daybook.api.assistant.catalog.Link;
import io.daybook.api.assistant.catalog.Way;
import io.daybook.api.assistant.period.Period;
import io.daybook.api.assistant.sql.Select;
import io.daybook.api.assistant.sql.Select.Item;
import io.daybook.api.assistant.sql.Tables;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Plans rows as they are: filtered, ordered, a readable choice of columns. One use for one
 * question.
 */
final class RowPlanner {

    private static final int MOST_COLUMNS = 10;
    private static final int MOST_ROWS = 100;

    private final Catalog catalog;
    private final Intent intent;
    private final Roles roles;
    private final ValueSearch search;

    RowPlanner(Catalog catalog, Intent intent, Roles roles, ValueSearch search) {
        this.catalog = catalog;
        this.intent = intent;
        this.roles = roles;
        this.search = search;
    }

    Proposal.Statement plan(Entity entity) {
        Scope scope = new Scope(catalog, new Tables(entity));
        Conditions conditions = new Conditions(catalog, scope, intent, roles, search);
        List<Entity> below =
                roles.others().stream().filter(other -> multiplies(scope, other)).toList();
        @Nullable Period period = intent.time().period();
        List<String> where = new ArrayList<>(conditions.where(period != null && below.isEmpty()));
        below.forEach(other -> where.add(conditions.existing(other, period)));
        List<Item> items = distinct(scope, conditions);
        boolean distinct = !items.isEmpty();
        List<String> order = distinct ? List.of("1") : order(scope, conditions);
        List<Item> shown = distinct ? items : items(scope, conditions);
        Select select =
                new Select(
                        shown,
                        scope.tables().from(),
                        scope.tables().joins(),
                        where,
                        List.of(),
                        List.of(),
                        order,
                        limit());
        String sql =
                distinct
                        ? select.render().replaceFirst("SELECT ", "SELECT DISTINCT ")
                        : select.render();
        String subject = FigurePlanner.words(String.join("_", entity.words()));
        return new Proposal.Statement(
                sql,
                new Proposal.Topic(
                        Kind.ROWS,
                        "",
                        subject,
                        period,
                        intent.superlative() == null || intent.superlative().high()),
                List.copyOf(new LinkedHashSet<>(conditions.notes())),
                conditions.rangeSql());
    }

    private static boolean multiplies(Scope scope, Entity other) {
        return scope.way(other).filter(Way::multiplies).isPresent();
    }

    /** "which countries", "list all statuses": the values of a column that is named alone. */
    private List<Item> distinct(Scope scope, Conditions conditions) {
        Mention only = intent.mentions().size() == 1 ? intent.mentions().getFirst() : null;
        if (only == null
                || only.entity() != null
                || only.column() == null
                || !conditions.found().isEmpty()
                || !roles.compared().isEmpty()) {
            return List.of();
        }
        Column column = only.column();
        boolean text = column.field().type() == FieldType.TEXT && column.entity().is(scope.base());
        return text
                ? List.of(new Item(scope.column(column), String.join("_", column.field().words())))
                : List.of();
    }

    private int limit() {
        Superlative superlative = intent.superlative();
        if (superlative == null) {
            return MOST_ROWS;
        }
        if (superlative.limit() != null) {
            return superlative.limit();
        }
        Mention subject = roles.subject();
        return subject != null && subject.plural() ? 10 : 1;
    }

    private List<String> order(Scope scope, Conditions conditions) {
        Superlative superlative = intent.superlative();
        if (roles.rowOrder() != null && superlative != null) {
            return List.of(
                    scope.column(roles.rowOrder())
                            + (superlative.high() ? " DESC" : " ASC")
                            + " NULLS LAST");
        }
        @Nullable Field stock = Filters.stock(scope.base());
        if (intent.low() && stock != null) {
            return List.of(scope.tables().column(stock));
        }
        if (intent.time().period() != null && !conditions.filters().excludesBelow()) {
            return List.of(scope.column(conditions.column()) + " DESC");
        }
        return scope.base()
                .identifier()
                .map(key -> List.of(scope.tables().column(key)))
                .orElse(List.of());
    }

    private List<Item> items(Scope scope, Conditions conditions) {
        List<Column> asked = asked(scope, conditions);
        List<Item> items = new ArrayList<>();
        if (asked.isEmpty()) {
            scope.base().fields().stream()
                    .limit(MOST_COLUMNS)
                    .forEach(field -> items.addAll(item(scope, field)));
        } else {
            if (asked.stream()
                    .noneMatch(column -> Labels.of(scope.base()).contains(column.field()))) {
                items.add(
                        new Item(
                                scope.label(scope.base()), String.join("_", scope.base().words())));
            }
            asked.forEach(
                    column -> items.add(new Item(scope.column(column), column.field().name())));
        }
        return List.copyOf(items);
    }

    /** The columns that the question names beside what it compares. */
    private List<Column> asked(Scope scope, Conditions conditions) {
        List<Column> asked = new ArrayList<>();
        for (Mention mention : intent.mentions()) {
            boolean free =
                    mention.entity() == null
                            && mention.role() == Mention.Role.PLAIN
                            && !roles.compared().containsValue(mention);
            if (free) {
                scope.base().fields().stream()
                        .map(field -> new Column(scope.base(), field))
                        .filter(
                                column ->
                                        mention.columns().stream()
                                                .anyMatch(of -> of.column().equals(column)))
                        .filter(column -> column.field().type() != FieldType.BOOLEAN)
                        .filter(
                                column ->
                                        conditions.found().stream()
                                                .noneMatch(it -> it.column().equals(column)))
                        .forEach(asked::add);
            }
        }
        Column order = roles.rowOrder();
        if (!asked.isEmpty() && order != null && !asked.contains(order)) {
            asked.add(order);
        }
        return asked;
    }

    /** A column; one that points at another table shows what is there called. */
    private List<Item> item(Scope scope, Field field) {
        Link link = catalog.ways().from(scope.base(), field).orElse(null);
        List<Item> items = new ArrayList<>();
        if (link == null || link.one().is(scope.base()) || Labels.of(link.one()).isEmpty()) {
            items.add(new Item(scope.tables().column(field), field.name()));
        } else {
            String named = scope.label(link.one());
            items.add(new Item(named, String.join("_", link.one().words())));
        }
        return items;
    }
}
