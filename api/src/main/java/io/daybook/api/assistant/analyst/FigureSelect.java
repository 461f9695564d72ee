package io.daybook.api.assistant.analyst;

import io.daybook.api.assistant.catalog.Column;
import io.daybook.api.assistant.period.Grain;
import io.daybook.api.assistant.period.Period;
import io.daybook.api.assistant.sql.Identifiers;
import io.daybook.api.assistant.sql.Select;
import io.daybook.api.assistant.sql.Select.Item;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the SELECT of figures. One use for one question. */
final class FigureSelect {

    private final Scope scope;
    private final Intent intent;
    private final Roles roles;
    private final List<Measure> measures;
    private final List<Dimension> dimensions;
    private final boolean repeated;
    private final List<Item> items = new ArrayList<>();
    private final List<String> group = new ArrayList<>();
    private final List<String> order = new ArrayList<>();
    private final List<String> having = new ArrayList<>();

    FigureSelect(
            Scope scope,
            Intent intent,
            Roles roles,
            List<Measure> measures,
            List<Dimension> dimensions,
            boolean repeated) {
        this.scope = scope;
        this.intent = intent;
        this.roles = roles;
        this.measures = measures;
        this.dimensions = dimensions;
        this.repeated = repeated;
    }

    Select build(Conditions conditions, int limit) {
        @Nullable Grain step = intent.time().step();
        @Nullable Period other = intent.time().other();
        if (step != null && other == null) {
            step(step, conditions.column());
        }
        boolean ratio = roles.perGroupAverage() && !dimensions.isEmpty();
        if (!ratio) {
            dimensions.forEach(this::dimension);
        }
        if (other != null && intent.time().period() != null) {
            comparison(conditions.column(), intent.time().period(), other);
        } else if (ratio) {
            ratio();
        } else {
            figures();
        }
        List<String> where = conditions.where(true);
        having();
        order(step);
        boolean single = group.isEmpty();
        return new Select(
                List.copyOf(items),
                scope.tables().from(),
                scope.tables().joins(),
                where,
                group,
                having,
                order,
                single ? null : limit);
    }

    private void step(Grain step, Column time) {
        String column = scope.column(time);
        String sql = TimeSql.step(column, time.field().type(), step);
        items.add(new Item(sql, step.word().replace(' ', '_')));
        group.add(sql);
        String sorted = TimeSql.order(column, time.field().type(), step);
        if (!sorted.equals(sql)) {
            group.add(sorted);
        }
        if (intent.superlative() == null) {
            order.add(sorted);
        }
    }

    private void dimension(Dimension dimension) {
        String alias = dimension.alias();
        boolean taken =
                items.stream().anyMatch(item -> item.alias().equals(alias))
                        || measures.stream().anyMatch(it -> it.alias().equals(alias));
        items.add(new Item(dimension.sql(scope), taken ? alias + "_name" : alias));
        dimension.group(scope).stream().filter(it -> !group.contains(it)).forEach(group::add);
    }

    private void figures() {
        for (Measure measure : measures) {
            items.add(new Item(measure.sql(scope, repeated), measure.alias()));
        }
        if (intent.share() && !group.isEmpty()) {
            String sql = measures.getFirst().sql(scope, repeated);
            items.add(
                    new Item(
                            "round(100.0 * " + sql + " / nullif(sum(" + sql + ") OVER (), 0), 1)",
                            "share_percent"));
        }
    }

    /** "average number of orders per customer": all of one over all of the other. */
    private void ratio() {
        Dimension per = dimensions.getFirst();
        String groups = "count(DISTINCT " + per.group(scope).getFirst() + ")";
        String sql =
                "round("
                        + measures.getFirst().sql(scope, repeated)
                        + "::numeric / nullif("
                        + groups
                        + ", 0), 2)";
        items.add(new Item(sql, "average_" + measures.getFirst().alias()));
    }

    /** Two periods: beside each other for every group, or below each other without one. */
    private void comparison(Column time, Period first, Period second) {
        String column = scope.column(time);
        String inFirst = String.join(" AND ", TimeSql.within(column, time.field().type(), first));
        String inSecond = String.join(" AND ", TimeSql.within(column, time.field().type(), second));
        Measure measure = measures.getFirst();
        if (group.isEmpty()) {
            String period =
                    "CASE WHEN "
                            + inFirst
                            + " THEN "
                            + Identifiers.literal(first.name())
                            + " ELSE "
                            + Identifiers.literal(second.name())
                            + " END";
            items.add(new Item(period, "period"));
            group.add(period);
            order.add("min(" + column + ")");
            measures.forEach(it -> items.add(new Item(it.sql(scope, repeated), it.alias())));
            return;
        }
        String sql = measure.sql(scope, repeated);
        items.add(new Item(filtered(sql, inFirst), first.name().replace(' ', '_')));
        items.add(new Item(filtered(sql, inSecond), second.name().replace(' ', '_')));
        order.add("2 DESC NULLS LAST");
    }

    /** FILTER goes behind the aggregate itself, also where it is rounded. */
    private static String filtered(String sql, String condition) {
        String filter = " FILTER (WHERE " + condition + ")";
        if (sql.startsWith("round(avg(")) {
            return sql.replace(")::numeric", ")" + filter + "::numeric");
        }
        return sql.startsWith("round(sum(")
                ? sql.replace(") / nullif(", ")" + filter + " / nullif(")
                : sql + filter;
    }

    private void having() {
        for (Map.Entry<Comparison, Mention> entry : roles.compared().entrySet()) {
            if (roles.having().contains(entry.getValue())) {
                having.add(entry.getKey().sql(measures.getLast().sql(scope, repeated)));
            }
        }
    }

    private void order(@Nullable Grain step) {
        Superlative superlative = intent.superlative();
        if (!order.isEmpty() || group.isEmpty()) {
            if (step != null && !dimensions.isEmpty()) {
                order.add(measureAlias() + " DESC");
            }
            return;
        }
        boolean high = superlative == null || superlative.high();
        order.add(measureAlias() + (high ? " DESC NULLS LAST" : " ASC NULLS LAST"));
        order.add(items.getFirst().expression());
    }

    private String measureAlias() {
        return Identifiers.name(measures.getFirst().alias());
    }
}
