package io.daybook.platform.proof;

import io.daybook.messages.audit.LogFigures.Kind;
import io.daybook.messages.audit.LogFigures.Relation;
import io.daybook.messages.audit.LogFigures.Retirement;
import io.daybook.platform.log.EventTypes;

import org.springframework.jdbc.core.JdbcOperations;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;

/** How large the log is, in all and by kind of event, and what left it. */
public final class LogSize {

    /** Events that the figures of each kind are drawn from: enough for a percent or two. */
    private static final int SAMPLE = 20_000;

    private final JdbcOperations jdbc;

    public LogSize(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Events in the log, and those that were retired with the bytes that they took. */
    public record Totals(long events, long retired, long retiredBytes) {}

    /** The kinds by a sample of so many events; what takes most bytes comes first. */
    public record Sample(long events, List<Kind> kinds) {}

    /** Counted by the chain, whose tree has a leaf for each event that ever was. */
    public Totals totals() {
        return Objects.requireNonNull(
                jdbc.queryForObject(
                        """
                        select chain.size - retired.events
                                 + (select count(*) from domain_event where global_index > chain.last_position),
                               retired.events, retired.bytes
                        from log_frontier chain, log_retirement retired
                        """,
                        (row, number) ->
                                new Totals(row.getLong(1), row.getLong(2), row.getLong(3))));
    }

    /** What the kinds of events take, scaled from a sample of pages to all events. */
    public Sample sample(long events) {
        // twice as many as needed: pages that were emptied count as well
        double percent = Math.min(100, 200.0 * SAMPLE / Math.max(1, events));
        List<Kind> drawn =
                jdbc.query(
                        """
                        select payload_type, count(*), sum(pg_column_size(e.*)) from domain_event e
                        tablesample system (?) repeatable (1) group by payload_type order by 3 desc
                        """,
                        (row, number) ->
                                new Kind(
                                        row.getString(1),
                                        EventTypes.isDetail(row.getString(1)),
                                        row.getLong(2),
                                        row.getLong(3)),
                        percent);
        long sampled = drawn.stream().mapToLong(Kind::events).sum();
        double scale = sampled == 0 ? 0 : (double) events / sampled;
        return new Sample(sampled, drawn.stream().map(kind -> scaled(kind, scale)).toList());
    }

    private static Kind scaled(Kind kind, double scale) {
        return new Kind(
                kind.name(),
                kind.detail(),
                Math.round(kind.events() * scale),
                Math.round(kind.bytes() * scale));
    }

    /** The largest tables. */
    public List<Relation> relations(int limit) {
        return jdbc.query(
                """
                select case n.nspname when 'public' then '' else n.nspname || '.' end || c.relname,
                       greatest(c.reltuples, 0)::bigint, pg_table_size(c.oid), pg_indexes_size(c.oid)
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'r' and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
                order by pg_total_relation_size(c.oid) desc, 1 limit ?
                """,
                (row, number) ->
                        new Relation(
                                row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)),
                limit);
    }

    /** What was retired last; index domain_event_retirement. */
    public List<Retirement> retirements(int limit) {
        return jdbc.query(
                """
                select global_index, time_stamp, said ->> 'olderThan', (said ->> 'events')::bigint,
                       (said ->> 'bytes')::bigint
                from (select global_index, time_stamp, payload::json as said from domain_event
                      where payload_type = 'audit.DetailsRetired' order by global_index desc limit ?) latest
                order by global_index desc
                """,
                (row, number) ->
                        new Retirement(
                                row.getLong(1),
                                Objects.requireNonNull(row.getObject(2, OffsetDateTime.class))
                                        .toInstant(),
                                Instant.parse(row.getString(3)),
                                row.getLong(4),
                                row.getLong(5)),
                limit);
    }
}
