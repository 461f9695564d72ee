package io.daybook.query.platform;

import io.daybook.messages.audit.GenerationComparison;
import io.daybook.messages.audit.TableComparison;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.Array;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Compares a rebuilt generation with the live one, in the database: the number of rows and the sum
 * of their hashes over the columns that both have. Only where these differ are rows put side by
 * side.
 */
final class Comparer {

    private final Meeting meeting;
    private final Clock clock;
    private final Courtesy courtesy;

    Comparer(Meeting meeting, Clock clock, Courtesy courtesy) {
        this.meeting = meeting;
        this.clock = clock;
        this.courtesy = courtesy;
    }

    /** Compares them at one position; empty where they could not be brought there. */
    Optional<GenerationComparison> compare(
            Projection projection, Generation live, Generation next, Gate gate, Step step) {
        return meeting.of(
                live,
                next,
                gate,
                (position, snapshot) -> compare(projection, live, next, position, snapshot, step));
    }

    private GenerationComparison compare(
            Projection projection,
            Generation live,
            Generation next,
            long position,
            JdbcClient snapshot,
            Step step) {
        Instant start = clock.instant();
        letItTakeItsTime(snapshot);
        List<TableComparison> tables = new ArrayList<>();
        for (Table<?> table : projection.tables()) {
            step.at(tables.size(), table.name());
            tables.add(compare(table, live, next, snapshot));
        }
        return new GenerationComparison(
                position,
                start,
                Duration.between(start, clock.instant()).toMillis(),
                tables.stream().allMatch(TableComparison::same),
                List.copyOf(tables));
    }

    // It only reads, so it may take longer than a transaction that writes to the log.
    private void letItTakeItsTime(JdbcClient snapshot) {
        snapshot.sql(
                        """
                        select set_config(name, '0', true) from pg_settings
                        where name = 'transaction_timeout' or (? and name = 'max_parallel_workers_per_gather')
                        """)
                .param(courtesy.isBusy())
                .query()
                .listOfRows();
    }

    private static TableComparison compare(
            Table<?> table, Generation live, Generation next, JdbcClient snapshot) {
        List<String> columns = new ArrayList<>(columns(table, live, snapshot));
        columns.retainAll(columns(table, next, snapshot));
        if (columns.isEmpty()) {
            return new TableComparison(table.name(), 0, 0, "0", "0", 0, 0, 0, List.of());
        }
        String hash = hash(columns);
        Sum there = sum(table, live, hash, snapshot);
        Sum here = sum(table, next, hash, snapshot);
        return there.equals(here) || !columns.contains(table.key())
                ? of(table, there, here)
                : sideBySide(table, live, next, hash, there, here, snapshot);
    }

    // What an upgrade added to the live one says nothing of its rows.
    private static List<String> columns(
            Table<?> table, Generation generation, JdbcClient snapshot) {
        return new Columns(snapshot)
                .of(generation, table).values().stream()
                        .filter(column -> !column.added())
                        .map(Columns.Column::name)
                        .sorted()
                        .toList();
    }

    private static String hash(List<String> columns) {
        return columns.stream()
                .map(column -> "t." + column)
                .collect(Collectors.joining(", ", "hash_record_extended(row(", "), 0)"));
    }

    private static Sum sum(
            Table<?> table, Generation generation, String hash, JdbcClient snapshot) {
        return snapshot.sql(
                        "select count(*), coalesce(sum(%s), 0)::text from %s.%s t"
                                .formatted(hash, generation.schema(), table.name()))
                .query((row, number) -> new Sum(row.getLong(1), row.getString(2)))
                .single();
    }

    private static TableComparison sideBySide(
            Table<?> table,
            Generation live,
            Generation next,
            String hash,
            Sum there,
            Sum here,
            JdbcClient snapshot) {
        return snapshot.sql(
                        """
                        with differing as materialized (
                          select coalesce(l.k, n.k)::text as k, l.k is null as added, n.k is null as missing
                          from (select t.%1$s as k, %2$s as h from %3$s.%5$s t) l
                          full join (select t.%1$s as k, %2$s as h from %4$s.%5$s t) n on l.k = n.k
                          where l.h is distinct from n.h)
                        select count(*) filter (where missing), count(*) filter (where added),
                               count(*) filter (where not missing and not added),
                               array(select k from differing limit 5)
                        from differing
                        """
                                .formatted(
                                        table.key(),
                                        hash,
                                        live.schema(),
                                        next.schema(),
                                        table.name()))
                .query(
                        (row, number) ->
                                new TableComparison(
                                        table.name(),
                                        there.rows(),
                                        here.rows(),
                                        there.checksum(),
                                        here.checksum(),
                                        row.getLong(1),
                                        row.getLong(2),
                                        row.getLong(3),
                                        texts(row.getArray(4))))
                .single();
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static TableComparison of(Table<?> table, Sum there, Sum here) {
        return new TableComparison(
                table.name(),
                there.rows(),
                here.rows(),
                there.checksum(),
                here.checksum(),
                0,
                0,
                0,
                List.of());
    }

    private record Sum(long rows, String checksum) {}
}
