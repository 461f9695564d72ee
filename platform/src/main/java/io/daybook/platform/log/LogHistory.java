package io.daybook.platform.log;

import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.Serializer;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Reads what happened to some things up to a position, through indexes and past the processors, so
 * that the cost depends on the things and not on the length of the log.
 */
public final class LogHistory {

    /** What one reading holds at most (events); more is refused. */
    public static final int MOST = 20_000;

    private static final Duration PAUSE = Duration.ofMillis(2);
    static final String COLUMNS =
            "global_index, event_id, aggregate_id, sequence_number, type, time_stamp, payload_type,"
                    + " payload_revision, payload, meta_data";

    private final JdbcClient jdbc;
    private final Serializer serializer;

    /** The serializer is the one of events. */
    public LogHistory(JdbcClient jdbc, Serializer serializer) {
        this.jdbc = jdbc;
        this.serializer = serializer;
    }

    /** Where a thing begins: the position of its first event. */
    public record Beginning(UUID aggregate, long position) {}

    /** An event that another aggregate stored, and the identifier in it by which it was found. */
    public record Named(UUID name, TrackedEventMessage<?> event) {}

    /** The newest position, 0 while nothing has happened. */
    public long head() {
        return jdbc.sql("select coalesce(max(global_index), 0) from domain_event")
                .query(Long.class)
                .single();
    }

    /** When the last event up to a position happened; empty before the first one. */
    public Optional<Instant> timeAt(long position) {
        return jdbc.sql(
                        "select time_stamp from domain_event where global_index <= ? order by"
                                + " global_index desc limit 1")
                .param(position)
                .query((row, number) -> time(row))
                .optional();
    }

    /**
     * The last position that belongs to the time up to a moment, 0 before the first event. Clocks
     * of writers differ by some milliseconds, so the times in the log are nearly, not strictly in
     * its order: the position is found by halving with fixed steps, which gives the same answer
     * however long the log has grown since, and never an earlier one for a later moment.
     */
    public long positionAt(Instant moment) {
        long head = head();
        long reached = 0;
        for (long step = Long.highestOneBit(Math.max(1, head)); step > 0; step >>= 1) {
            long tried = reached + step;
            if (tried <= head && timeAt(tried).filter(at -> at.isAfter(moment)).isEmpty()) {
                reached = tried;
            }
        }
        return reached;
    }

    /**
     * Waits for whoever is writing to the log now, so that nothing can appear any more below the
     * newest position; false when that takes too long.
     */
    public boolean settle(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        Set<String> writers = Writers.now(jdbc);
        while (!writers.isEmpty()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            writers.retainAll(Writers.now(jdbc));
        }
        return true;
    }

    /** The events of aggregates up to a position, in the order of the log. */
    public List<TrackedEventMessage<?>> eventsOf(Collection<UUID> aggregates, long upTo) {
        if (aggregates.isEmpty()) {
            return List.of();
        }
        return inOrder(
                jdbc.sql(
                                "select "
                                        + COLUMNS
                                        + " from domain_event where aggregate_id = any(?) and"
                                        + " global_index <= ? limit ?")
                        .params(aggregates.toArray(UUID[]::new), upTo, MOST + 1)
                        .<TrackedEventMessage<?>>query((row, number) -> message(row))
                        .list());
    }

    /**
     * The events of some types, of whichever aggregate, that name things in a property of their
     * payload. A partial index serves each property; see the migration.
     */
    public List<Named> eventsNaming(
            String property, List<Class<?>> types, Collection<UUID> names, long upTo) {
        if (names.isEmpty()) {
            return List.of();
        }
        String name = "(payload::json ->> '" + plain(property) + "')";
        return jdbc
                .sql(
                        "select "
                                + COLUMNS
                                + ", "
                                + name
                                + " as name from domain_event where payload_type in ("
                                + String.join(", ", types.stream().map(LogHistory::quoted).toList())
                                + ") and "
                                + name
                                + " = any(?) and global_index <= ? limit ?")
                .params(names.stream().map(UUID::toString).toArray(String[]::new), upTo, MOST + 1)
                .query(
                        (row, number) ->
                                new Named(UUID.fromString(row.getString("name")), message(row)))
                .list()
                .stream()
                .sorted(Comparator.comparingLong(found -> LogToken.positionOf(found.event())))
                .toList();
    }

    /** The things that begin with a type of event before a position, the newest first. */
    public List<Beginning> beginnings(Class<?> type, long before, int limit) {
        return jdbc.sql(
                        "select aggregate_id, global_index from domain_event where payload_type = "
                                + quoted(type)
                                + " and global_index < ? order by global_index desc limit ?")
                .params(before, limit)
                .query((row, number) -> new Beginning(row.getObject(1, UUID.class), row.getLong(2)))
                .list();
    }

    private static List<TrackedEventMessage<?>> inOrder(List<TrackedEventMessage<?>> events) {
        return events.stream().sorted(Comparator.comparingLong(LogToken::positionOf)).toList();
    }

    private TrackedEventMessage<?> message(ResultSet row) throws SQLException {
        long position = row.getLong("global_index");
        TrackedEventData<String> stored =
                new TrackedDomainEventData<>(
                        LogToken.at(position),
                        new GenericDomainEventEntry<>(
                                row.getString("type"),
                                row.getString("aggregate_id"),
                                row.getLong("sequence_number"),
                                row.getString("event_id"),
                                time(row),
                                row.getString("payload_type"),
                                row.getString("payload_revision"),
                                row.getString("payload"),
                                row.getString("meta_data")));
        return message(stored, serializer);
    }

    /** A stored event on the way of all streams: through the upcasters, opened when it is asked. */
    static TrackedEventMessage<?> message(TrackedEventData<String> stored, Serializer serializer) {
        return EventUtils.upcastAndDeserializeTrackedEvents(
                        Stream.of(stored), serializer, Upcasters.chain())
                .findFirst()
                .orElseThrow();
    }

    private static Instant time(ResultSet row) throws SQLException {
        return row.getObject("time_stamp", OffsetDateTime.class).toInstant();
    }

    // Types stand in the statement as literals, so that the planner sees which partial index fits.
    private static String quoted(Class<?> type) {
        return "'" + EventTypes.nameOf(type).orElseThrow() + "'";
    }

    private static String plain(String property) {
        if (!property.matches("[a-zA-Z]+")) {
            throw new IllegalArgumentException("No property is called " + property);
        }
        return property;
    }
}
