package io.daybook.platform.proof;

import io.daybook.messages.audit.DetailRetention;
import io.daybook.messages.audit.DetailsRetired;
import io.daybook.platform.keys.InstallationKeys;
import io.daybook.platform.log.EventTypes;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Takes details that are old enough out of the log, stretch by stretch: each thing as a whole, once
 * its last event is passed. Only what is chained goes, as it was chained, and its hash stays in the
 * chain; what is said of it is signed. Where somebody was interrupted the next one goes on, because
 * how far it has come is written in the transaction that removes.
 */
public final class DetailRetirement {

    /** Positions that one transaction goes through: a second or two. */
    private static final int STRETCH = 50_000;

    // The last event of a thing tells that it ended; index domain_event_sequence.
    private static final String ENDED =
            """
            select ended.aggregate_id from domain_event ended
            where ended.global_index > %1$d and ended.global_index <= %2$d and ended.payload_type = any(%3$s)
              and not exists (select from domain_event later where later.aggregate_id = ended.aggregate_id
                              and later.sequence_number > ended.sequence_number)
            """;
    // COPY takes no parameters, and hands over the very bytes that were chained
    private static final String REMOVE =
            """
            with ended as (%s), removed as (
              delete from domain_event e using ended
              where e.aggregate_id = ended.aggregate_id and e.payload_type = any(%%3$s)
              returning e.*)
            select %s from removed order by global_index
            """
                    .formatted(ENDED, LogRow.COLUMNS);

    private final JdbcOperations jdbc;
    private final CheckpointKeys keys;
    private final DetailRemoval removal;
    private final int stretch;
    private volatile @Nullable String trouble;
    private final String[] kinds = EventTypes.details().toArray(String[]::new);

    public DetailRetirement(
            JdbcOperations jdbc,
            InstallationKeys installation,
            Clock clock,
            RetirementSettings settings) {
        this(
                jdbc,
                new CheckpointKeys(jdbc, installation, clock),
                new DetailRemoval(
                        jdbc, clock, settings.folder().map(RetirementArchive::new).orElse(null)),
                STRETCH);
    }

    private DetailRetirement(
            JdbcOperations jdbc, CheckpointKeys keys, DetailRemoval removal, int stretch) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.removal = removal;
        this.stretch = stretch;
    }

    /** The same, which goes through so many positions at a time. */
    public DetailRetirement inStretchesOf(int positions) {
        return new DetailRetirement(jdbc, keys, removal, positions);
    }

    /** Positions behind one, up to another, among which details ended before a moment. */
    public record Stretch(Instant before, long after, long upTo) {}

    /** For how many days an administrator has details kept; absent: for ever. */
    public Optional<Integer> days() {
        Optional<Integer> days =
                jdbc
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
        if (days.isEmpty()) {
            trouble = null; // nothing is to be retired
        }
        return days;
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
        trouble = null; // nothing is left that could not be retired
        return Optional.empty();
    }

    /**
     * Removes what ended in a stretch, in the transaction of the caller, and answers what is to be
     * said of it, signed; empty where somebody walks along the log or was faster.
     *
     * @throws TamperedDetails when something that should go is not what was chained
     * @throws NotArchived when it could not be written to the archive
     */
    public Optional<DetailsRetired> retire(UUID retirement, Stretch stretch) {
        if (!LogHold.isFree(jdbc)
                || jdbc.update(
                                "update log_retirement set position = ? where position = ?",
                                stretch.upTo(),
                                stretch.after())
                        == 0) {
            return Optional.empty();
        }
        try {
            Leaving gone = removal.of(retirement, of(REMOVE, stretch.after(), stretch.upTo()));
            trouble = null;
            return Optional.of(signed(retirement, stretch, gone));
        } catch (TamperedDetails | NotArchived kept) {
            trouble = kept.getMessage();
            throw kept;
        }
    }

    /** Why nothing can be retired, as it was last tried here. */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    private DetailsRetired signed(UUID retirement, Stretch stretch, Leaving gone) {
        long[] positions = gone.positions();
        jdbc.update(
                "update log_retirement set events = events + ?, bytes = bytes + ?",
                positions.length,
                gone.bytes());
        DetailsRetired said =
                new DetailsRetired(
                        retirement,
                        stretch.before(),
                        positions.length,
                        gone.bytes(),
                        stretch.upTo(),
                        PositionSet.write(positions),
                        "");
        return RetirementNote.signed(said, CheckpointKeys.origin(jdbc), keys.current());
    }

    private String of(String query, long after, long upTo) {
        String names =
                Arrays.stream(kinds)
                        .map(kind -> "'" + kind.replace("'", "''") + "'")
                        .collect(Collectors.joining(", ", "array[", "]"));
        return query.formatted(after, upTo, names);
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
                        "select exists (" + of(ENDED, after, upTo) + ")", Boolean.class));
    }
}
