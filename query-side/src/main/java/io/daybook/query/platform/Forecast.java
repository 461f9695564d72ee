package io.daybook.query.platform;

import io.daybook.messages.audit.RebuildStep;
import io.daybook.query.platform.Generation.Cause;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Which step a rebuild is at, how far, and how long it still takes: from its pace along the log,
 * from what PostgreSQL tells of indexes in the making, and from what the same steps took before.
 * What is not known is not guessed.
 */
final class Forecast {

    /** Less than this share says nothing of the rest. */
    private static final double ENOUGH = 0.05;

    private final JdbcClient jdbc;

    Forecast(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is seen of a rebuild whose log ends at a head. */
    Outlook of(
            Projection projection, Generation next, Sight sight, Optional<Step> step, Pace pace) {
        Before before = before(next);
        @Nullable Double indexing = before.indexing(sight.head());
        @Nullable Double comparing =
                isToBeCompared(next) ? before.comparing(sight.head()) : Double.valueOf(0);
        @Nullable Instant readAt = next.readAt();
        if (!next.indexed() && readAt != null) {
            RebuildStep seen = indexing(projection, next, readAt, indexing);
            return new Outlook(seen, sum(seen.secondsLeft(), comparing));
        }
        if (step.map(Step::kind).filter(Step.Kind.COMPARING::equals).isPresent()) {
            RebuildStep seen = comparing(projection, step, comparing);
            return new Outlook(seen, seen.secondsLeft());
        }
        RebuildStep seen = reading(sight, pace);
        return new Outlook(
                seen,
                sum(seen.secondsLeft(), next.indexed() ? Double.valueOf(0) : indexing, comparing));
    }

    private static RebuildStep reading(Sight sight, Pace pace) {
        long done = Math.max(0, sight.position());
        return new RebuildStep(
                "reading",
                done,
                sight.head(),
                null,
                sight.head() > 0 ? Math.min(1d, (double) done / sight.head()) : null,
                done < sight.head() ? atLeastOne(pace.secondsTo(sight.head())) : null);
    }

    // What was made is counted, and not told by whoever makes it: so every node knows.
    private RebuildStep indexing(
            Projection projection, Generation next, Instant readAt, @Nullable Double expected) {
        int total = Declaration.of(projection).indexes(next.schema()).size();
        return jdbc.sql(
                        """
                        select
                          (select count(*) from pg_class
                           where relnamespace = to_regnamespace(:schema) and relkind = 'i' and relname ~ '^i[0-9]+$') as done,
                          (select coalesce(sum(case
                                    when p.tuples_total > 0 then 0.5 + 0.5 * p.tuples_done / p.tuples_total
                                    when p.blocks_total = 0 then 0
                                    when p.phase = 'building index' then p.blocks_done::float8 / p.blocks_total
                                    else 0.5 * p.blocks_done / p.blocks_total end), 0)
                           from pg_stat_progress_create_index p join pg_class t on t.oid = p.relid
                           where p.datname = current_database() and t.relnamespace = to_regnamespace(:schema)) as making,
                          extract(epoch from clock_timestamp() - :began)::float8 as seconds
                        """)
                .param("schema", next.schema())
                .param("began", readAt.atOffset(ZoneOffset.UTC))
                .query((row, number) -> indexing(row, total, expected))
                .single();
    }

    private static RebuildStep indexing(ResultSet row, int total, @Nullable Double expected)
            throws SQLException {
        long done = Math.min(total, row.getLong("done"));
        double share = total == 0 ? 1 : Math.min(1, (done + row.getDouble("making")) / total);
        return new RebuildStep(
                "indexing",
                done,
                total,
                null,
                share,
                left(row.getDouble("seconds"), share, expected));
    }

    private static boolean isToBeCompared(Generation next) {
        return next.comparison() == null
                && next.cause() != Cause.RETURNED
                && next.state() == Generation.State.BUILDING;
    }

    private static RebuildStep comparing(
            Projection projection, Optional<Step> step, @Nullable Double expected) {
        int total = projection.tables().size();
        Step.Part part = step.map(Step::part).orElse(new Step.Part(0, null));
        double share = (double) part.done() / total;
        Double seconds = step.map(Step::seconds).orElse(null);
        return new RebuildStep(
                "comparing",
                part.done(),
                total,
                part.name(),
                total > 1 ? share : null,
                seconds == null ? null : left(seconds, share, expected));
    }

    /**
     * The seconds that are left of a step, at least one as it is not done; null where nothing is
     * known.
     */
    static @Nullable Long left(double seconds, double share, @Nullable Double expected) {
        if (expected != null && seconds < expected) {
            return atLeastOne(Math.round(expected - seconds));
        }
        return share < ENOUGH ? null : atLeastOne(Math.round(seconds * (1 - share) / share));
    }

    private static @Nullable Long atLeastOne(@Nullable Long seconds) {
        return seconds == null ? null : Math.max(1, seconds);
    }

    // Nothing is known of the whole where a part is unknown.
    private static @Nullable Long sum(@Nullable Long seconds, @Nullable Double... others) {
        if (seconds == null) {
            return null;
        }
        double sum = seconds;
        for (Double other : others) {
            if (other == null) {
                return null;
            }
            sum += other;
        }
        return Math.round(sum);
    }

    private Before before(Generation next) {
        return jdbc.sql(
                        """
                        select
                          (select extract(epoch from indexed_at - read_at)::float8 / nullif(read_up_to, 0)
                           from projection_generation
                           where projection = :projection and generation < :generation and indexed_at is not null
                           order by generation desc limit 1) as indexing,
                          (select (comparison ->> 'millis')::float8 / 1000 / nullif((comparison ->> 'position')::float8, 0)
                           from projection_generation
                           where projection = :projection and generation < :generation and comparison is not null
                           order by generation desc limit 1) as comparing
                        """)
                .param("projection", next.projection())
                .param("generation", next.number())
                .query(
                        (row, number) ->
                                new Before(
                                        row.getObject("indexing", Double.class),
                                        row.getObject("comparing", Double.class)))
                .single();
    }

    /** How far a rebuild is, and where the log ends. */
    record Sight(long position, long head) {}

    /** The step that a rebuild is at, and the seconds until it can be swapped in, if known. */
    record Outlook(RebuildStep step, @Nullable Long secondsLeft) {}

    /** What steps took the last time, in seconds for each event of the log. */
    private record Before(@Nullable Double indexing, @Nullable Double comparing) {

        @Nullable Double indexing(long head) {
            return indexing == null ? null : indexing * head;
        }

        @Nullable Double comparing(long head) {
            return comparing == null ? null : comparing * head;
        }
    }
}
