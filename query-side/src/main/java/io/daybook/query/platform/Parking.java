package io.daybook.query.platform;

import io.daybook.messages.audit.DetailsRetired;
import io.daybook.platform.log.EventTypes;
import io.daybook.platform.log.LogScan;
import io.daybook.platform.proof.PositionSet;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

/**
 * The dead letters of projections: events that a generation could not take in wait here in order
 * until an administrator lets it try again or pass over them. Everything runs in the transaction of
 * the caller.
 */
final class Parking {

    private static final Logger LOG = LoggerFactory.getLogger(Parking.class);

    /** More than this is no matter of single events: the generation stands still instead. */
    private static final int FULL = 1_000;

    private final JdbcClient jdbc;
    private final StoredTokens tokens;
    private final ParkedPeople people;
    private final Retrying retrying;

    Parking(JdbcClient jdbc, DataSource dataSource, StoredTokens tokens, LogScan log) {
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.people = new ParkedPeople(jdbc);
        this.retrying = new Retrying(dataSource, log);
    }

    /**
     * Whether readers see a generation, whether it has its indexes, and the things of which events
     * are parked. The batch that asks need not wait for the disk: should its commit be lost, its
     * token is lost with it, and the log tells it again.
     */
    Standing standing(Generation generation) {
        return jdbc.sql(
                        """
                        select state = 'live', indexed, array(select distinct sequence from dead_letter where processor = ?),
                               set_config('synchronous_commit', 'off', true)
                        from projection_generation where projection = ? and generation = ? and state <> 'dropped'
                        """)
                .params(generation.processor(), generation.projection(), generation.number())
                .query(
                        (row, number) ->
                                new Standing(
                                        row.getBoolean(1),
                                        row.getBoolean(2),
                                        Set.of((UUID[]) row.getArray(3).getArray())))
                .optional()
                .orElseThrow(() -> new IllegalStateException("This generation was dropped."));
    }

    /** Parks an event, with what kept it from being taken in unless it only stands behind one. */
    void park(Generation generation, Noted noted, @Nullable String error) {
        long parked =
                jdbc.sql("select count(*) from dead_letter where processor = ?")
                        .param(generation.processor())
                        .query(Long.class)
                        .single();
        if (parked >= FULL) {
            throw new IllegalStateException(
                    "More than %d events are parked%s"
                            .formatted(FULL, error == null ? "." : "; the next one: " + error));
        }
        jdbc.sql(
                        """
                        insert into dead_letter (processor, position, sequence, event_id, type, error, attempts)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(generation.processor())
                .param(noted.position())
                .param(noted.sequence())
                .param(UUID.fromString(noted.event().getIdentifier()))
                .param(EventTypes.nameOf(noted.event().getPayloadType()).orElse("unknown"))
                .param(error)
                .param(error == null ? 0 : 1)
                .update();
    }

    /** What left the log waits for nothing any more. */
    void forgetRetired(Generation generation, List<Noted> events) {
        for (Noted noted : events) {
            // the type first: asking for the payload opens it
            if (noted.event().getPayloadType() == DetailsRetired.class
                    && noted.event().getPayload() instanceof DetailsRetired retired) {
                jdbc.sql("delete from dead_letter where processor = ? and position = any(?)")
                        .param(generation.processor())
                        .param(
                                Arrays.stream(PositionSet.read(retired.positions()))
                                        .boxed()
                                        .toArray(Long[]::new))
                        .update();
            }
        }
    }

    /** Tries the parked events of one thing again, in order, until one fails. */
    void retry(Projection projection, Generation generation, UUID sequence) {
        // Between two batches of the processor, so that it cannot put another event ahead.
        tokens.lock(generation.processor());
        Fold fold = new Fold(projection, generation, this);
        people.erasedOf(generation, sequence).forEach(one -> forget(fold, generation, one));
        for (long position : positions(generation, sequence)) {
            if (!takesIn(fold, generation, position)) {
                return;
            }
        }
    }

    /** Passes over the first parked event of one thing and tries those behind it. */
    void skip(Projection projection, Generation generation, UUID sequence, UUID event) {
        tokens.lock(generation.processor());
        jdbc.sql(
                        """
                        delete from dead_letter where processor = ? and event_id = ? and position =
                          (select min(position) from dead_letter where processor = ? and sequence = ?)
                        """)
                .params(generation.processor(), event, generation.processor(), sequence)
                .update();
        retry(projection, generation, sequence);
    }

    /**
     * Lets nothing wait any more that is of somebody who is erased. Each event is tried once more,
     * and the erasure again behind it, so that what a rebuild says without them (a line of the
     * history, a sum) is said here too.
     */
    void forget(Fold fold, Generation generation, UUID person) {
        for (long position : people.letters(generation, person)) {
            String failure =
                    retrying.at(
                            position, (connection, event) -> fold.retry(connection, event, person));
            if (failure != null) {
                LOG.warn(
                        "The event at {} of somebody who was erased is left out of {}: {}",
                        position,
                        generation.processor(),
                        failure);
            }
            remove(generation, position);
        }
    }

    private List<Long> positions(Generation generation, UUID sequence) {
        return jdbc.sql(
                        "select position from dead_letter where processor = ? and sequence = ?"
                                + " order by position")
                .params(generation.processor(), sequence)
                .query(Long.class)
                .list();
    }

    private boolean takesIn(Fold fold, Generation generation, long position) {
        String failure = retrying.at(position, fold::retry);
        if (failure != null) {
            failedAgain(generation, position, failure);
            return false;
        }
        remove(generation, position);
        return true;
    }

    private void remove(Generation generation, long position) {
        jdbc.sql("delete from dead_letter where processor = ? and position = ?")
                .params(generation.processor(), position)
                .update();
    }

    private void failedAgain(Generation generation, long position, String error) {
        jdbc.sql(
                        """
                        update dead_letter set error = ?, attempts = attempts + 1, tried_at = now()
                        where processor = ? and position = ?
                        """)
                .params(error, generation.processor(), position)
                .update();
    }

    /** How a generation stands at the moment of a batch. */
    record Standing(boolean live, boolean indexed, Set<UUID> parked) {}
}
