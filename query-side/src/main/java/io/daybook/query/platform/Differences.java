package io.daybook.query.platform;

import io.daybook.messages.audit.ColumnDifference;
import io.daybook.messages.audit.GenerationComparison;
import io.daybook.messages.audit.RowDifference;
import io.daybook.messages.audit.RowDifferences;
import io.daybook.messages.audit.TableComparison;
import io.daybook.query.platform.Generation.State;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Looks at the rows that a comparison named, as they are now. Their values are kept nowhere but in
 * the tables, so that nothing outlives the erasure of whom they tell of.
 */
final class Differences {

    private final JdbcClient jdbc;
    private final GenerationRows rows;

    Differences(JdbcClient jdbc, GenerationRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** How a projection's rebuild differs; nothing where none differs. */
    RowDifferences of(Projection projection) {
        Generation live = rows.find(State.LIVE, projection.name()).orElse(null);
        Generation next = rows.find(State.BUILDING, projection.name()).orElse(null);
        GenerationComparison comparison = next == null ? null : next.comparison();
        if (live == null || next == null || comparison == null) {
            return new RowDifferences(List.of());
        }
        return new RowDifferences(
                comparison.tables().stream()
                        .filter(table -> !table.examples().isEmpty())
                        .flatMap(
                                found ->
                                        projection.tables().stream()
                                                .filter(one -> one.name().equals(found.table()))
                                                .flatMap(table -> of(table, found, live, next)))
                        .toList());
    }

    private Stream<RowDifference> of(
            Table<?> table, TableComparison found, Generation live, Generation next) {
        Map<String, RowDifference> differences = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        with l as (select t.%1$s::text as k, to_jsonb(t) as v from %2$s.%4$s t where t.%1$s = any(?)),
                             n as (select t.%1$s::text as k, to_jsonb(t) as v from %3$s.%4$s t where t.%1$s = any(?))
                        select k, l.v is not null as live, n.v is not null as rebuilt, c.name,
                               left(l.v ->> c.name, 300) as there, left(n.v ->> c.name, 300) as here
                        from l full join n using (k)
                        left join lateral (
                          select name from jsonb_object_keys(l.v) name
                          where jsonb_exists(n.v, name) and l.v -> name <> n.v -> name) c on true
                        order by k, c.name
                        """
                                .formatted(table.key(), live.schema(), next.schema(), table.name()))
                .params(keys(found), keys(found))
                .query(
                        row -> {
                            String column = row.getString("name");
                            RowDifference difference = differences.get(row.getString("k"));
                            if (difference == null) {
                                difference =
                                        new RowDifference(
                                                table.name(),
                                                row.getString("k"),
                                                row.getBoolean("live"),
                                                row.getBoolean("rebuilt"),
                                                new ArrayList<>());
                                differences.put(difference.key(), difference);
                            }
                            if (column != null) {
                                difference
                                        .columns()
                                        .add(
                                                new ColumnDifference(
                                                        column,
                                                        row.getString("there"),
                                                        row.getString("here")));
                            }
                        });
        return differences.values().stream();
    }

    private static UUID[] keys(TableComparison found) {
        return found.examples().stream().map(UUID::fromString).toArray(UUID[]::new);
    }
}
