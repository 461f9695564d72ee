package io.daybook.platform.proof;

import io.daybook.messages.audit.DetailRetention;
import io.daybook.platform.log.EventTypes;

import org.springframework.jdbc.core.JdbcOperations;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Takes details that are old enough out of the log, stretch by stretch: each thing as a whole, once
 * its last event is passed. Only what is chained goes, and its hash stays in the chain. Where
 * somebody was interrupted the next one goes on, because how far it has come is written in the
 * transaction that removes.
 */
public final class DetailRetirement {

    /** Positions that one transaction goes through: a second or two. */
    private static final int STRETCH = 50_000;

    // The last event of a thing tells that it ended; index domain_event_sequence.
    private static final String ENDED =
            """
            select ended.aggregate_id from domain_event ended
            where ended.global_index > ? and ended.global_index <= ? and ended.payload_type = any(?::text[])
              and not exists (select from domain_event later where later.aggregate_id = ended.aggregate_id
                              and later.sequence_number > ended.sequence_number)
            """;
    private static final String REMOVE =
            """
            with ended as (%s), removed as (
              delete from domain_event e using ended
              where e.aggregate_id = ended.aggregate_id and e.payload_type = any(?::text[])
              returning e.global_index, pg_column_size(e.*) as bytes)
            select global_index, bytes from removed order by global_index
            """
                    .formatted(ENDED);

    private final JdbcOperations jdbc;
    private final int stretch;
    private final String[] kinds = EventTypes.details().toArray(String[]::new);

    public DetailRetirement(JdbcOperations jdbc) {
        this(jdbc, STRETCH);
    }

    /** Goes through so many positions at a time. */
    public DetailRetirement(JdbcOperations jdbc, int stretch) {
        this.jdbc = jdbc;
        this.stretch = stretch;
    }

    /** Positions behind one, up to another, among which details ended before a moment. */
    public record Stretch(Instant before, long after, long upTo) {}

    /** What was removed: so many events of so many bytes, at these positions. */
    public record Retired(long events, long bytes, String positions) {}

    /** For how many days an administrator has details kept; absent: for ever. */
    public Optional<Integer> days() {
        return jdbc
                .queryForList(
                        """
                        select (payload::json ->> 'days')::int from domain_event where aggregate_id = ?
                        order by sequence_number desc limit 1
                        """,
                        Integer.class,
                        DetailRetention.ID)
                .stream()
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** The next stretch in which something can be retired; goes over those where nothing can. */
    public Optional<Stretch> next(Instant before) {
        long after = position();
        for (long upTo = end(after, before); upTo > after; upTo = end(after, before)) {
            if (anyEnded(after, upTo)) {
                return Optional.of(new Stretch(before, after, upTo));
            }
            // in its own transaction, and only forward: another node may be further by now
            jdbc.update("update log_retirement set position = ? where position = ?", upTo, after);
            after = upTo;
        }
        return Optional.empty();
    }

    /**
     * Removes what ended in a stretch, in the transaction of the caller; empty where somebody walks
     * along the log or was faster.
     */
    public Optional<Retired> retire(Stretch stretch) {
        if (!LogHold.isFree(jdbc)
                || jdbc.update(
                                "update log_retirement set position = ? where position = ?",
                                stretch.upTo(),
                                stretch.after())
                        == 0) {
            return Optional.empty();
        }
        List<Long> positions = new ArrayList<>();
        long[] bytes = {0};
        jdbc.query(
                REMOVE,
                row -> {
                    positions.add(row.getLong(1));
                    bytes[0] += row.getLong(2);
                },
                stretch.after(),
                stretch.upTo(),
                kinds,
                kinds);
        jdbc.update(
                "update log_retirement set events = events + ?, bytes = bytes + ?",
                positions.size(),
                bytes[0]);
        return Optional.of(
                new Retired(
                        positions.size(),
                        bytes[0],
                        PositionSet.write(
                                positions.stream().mapToLong(Long::longValue).toArray())));
    }

    /** How far it has come; from the beginning when other events are details now. */
    private long position() {
        jdbc.update(
                "update log_retirement set position = 0, kinds = ?::text[] where kinds <>"
                        + " ?::text[]",
                kinds,
                kinds);
        return Objects.requireNonNull(
                jdbc.queryForObject("select position from log_retirement", Long.class));
    }

    /**
     * The end of the stretch: before any detail that is too young, and what is not chained yet. An
     * event of another kind keeps nothing, whatever its clock said.
     */
    private long end(long after, Instant before) {
        long chained = Frontier.read(jdbc).position();
        long end = Math.min(after + stretch, chained);
        return Objects.requireNonNull(
                jdbc.queryForObject(
                        """
                        select coalesce(min(global_index) - 1, ?) from domain_event
                        where global_index > ? and global_index <= ? and time_stamp >= ?
                          and payload_type = any(?::text[])
                        """,
                        Long.class,
                        end,
                        after,
                        end,
                        before.atOffset(ZoneOffset.UTC),
                        kinds));
    }

    private boolean anyEnded(long after, long upTo) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject(
                        "select exists (" + ENDED + ")", Boolean.class, after, upTo, kinds));
    }
}
