package io.daybook.api.assistant.analyst;

import io.daybook.api.assistant.catalog.Catalog;
import io.daybook.api.assistant.catalog.Column;
import io.daybook.api.assistant.catalog.Entity;
import io.daybook.api.assistant.period.Period;
import io.daybook.api.assistant.period.TimeScope;
import io.daybook.api.assistant.sql.Tables;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every condition on the rows of a statement: time, values, comparisons, and what to say of them.
 */
final class Conditions {

    private final Catalog catalog;
    private final Scope scope;
    private final Intent intent;
    private final Filters filters;
    private final ValueFilters.Found values;
    private final @Nullable Column time;
    private final List<String> notes = new ArrayList<>();

    Conditions(Catalog catalog, Scope scope, Intent intent, Roles roles, ValueSearch search) {
        this.catalog = catalog;
        this.scope = scope;
        this.intent = intent;
        this.filters = new Filters(scope, intent, roles, this::existing);
        this.values = new ValueFilters(catalog, search).of(intent, scope.base());
        this.time = new TimeColumns(catalog).of(scope.base(), hinted(intent)).orElse(null);
    }

    /** Columns of time that the question itself names. */
    static List<Column> hinted(Intent intent) {
        return intent.mentions().stream()
                .filter(Mention::temporal)
                .flatMap(mention -> mention.columns().stream())
                .map(Candidate.OfColumn::column)
                .toList();
    }

    /** Fails where a value that was surely meant is not there. */
    List<String> where(boolean timed) {
        if (!values.unknown().isEmpty()) {
            throw new Refused(
                    "I found no “"
                            + String.join("”, “", values.unknown())
                            + "” in the names or values that I looked through.");
        }
        List<String> where = new ArrayList<>();
        if (timed && !filters.excludesBelow()) {
            time(where);
        }
        where.addAll(filters.conditions(values.filters()));
        for (Mention mention : values.present()) {
            filters.nearest(mention, column -> column.field().type().temporal())
                    .ifPresent(
                            column ->
                                    where.add(
                                            scope.condition(column, sql -> sql + " IS NOT NULL")));
        }
        for (ValueFilter filter : values.filters()) {
            notes.add(
                    "Only rows where "
                            + filter.column().entity().name()
                            + "."
                            + filter.column().field().name()
                            + " is "
                            + String.join(" or ", filter.values())
                            + ".");
        }
        if (!values.ignored().isEmpty()) {
            notes.add("I did not use “" + String.join("”, “", values.ignored()) + "”.");
        }
        return where;
    }

    private void time(List<String> where) {
        TimeScope asked = intent.time();
        if (asked.period() == null) {
            return;
        }
        Column column = column();
        String sql = scope.column(column);
        List<String> first = TimeSql.within(sql, column.field().type(), asked.period());
        if (asked.other() == null) {
            where.addAll(first);
            return;
        }
        List<String> second = TimeSql.within(sql, column.field().type(), asked.other());
        where.add("(" + String.join(" AND ", first) + " OR " + String.join(" AND ", second) + ")");
    }

    Column column() {
        if (time == null) {
            throw new Refused(
                    "I found no date for "
                            + FigurePlanner.words(scope.base().name())
                            + ", so I cannot look at a period.");
        }
        notes.add("Dates are " + time.entity().name() + "." + time.field().name() + ".");
        return time;
    }

    /** A against B: two values of one column are shown side by side. */
    Optional<Dimension> compared(List<Dimension> dimensions) {
        if (!intent.comparing()) {
            return Optional.empty();
        }
        return values.filters().stream()
                .filter(filter -> filter.values().size() > 1)
                .map(filter -> Dimension.of(filter.column()))
                .filter(
                        dimension ->
                                dimensions.stream()
                                        .noneMatch(it -> it.alias().equals(dimension.alias())))
                .findFirst();
    }

    Filters filters() {
        return filters;
    }

    List<ValueFilter> found() {
        return values.filters();
    }

    List<String> notes() {
        return notes;
    }

    /** From when to when there are rows at all. */
    @Nullable String rangeSql() {
        if (time == null || intent.time().period() == null) {
            return null;
        }
        Entity entity = time.entity();
        Tables tables = new Tables(entity);
        String column = tables.column(time.field());
        return "SELECT min("
                + column
                + ")::date AS first_day, max("
                + column
                + ")::date AS last_day\nFROM "
                + tables.from();
    }

    /** Rows of another table in the period: customers who ordered in March. */
    String existing(Entity other, @Nullable Period period) {
        Optional<Column> when = new TimeColumns(catalog).of(other, hinted(intent));
        return scope.exists(
                other,
                inner ->
                        period == null || when.isEmpty()
                                ? List.of()
                                : TimeSql.within(
                                        inner.column(when.get()),
                                        when.get().field().type(),
                                        period));
    }
}
