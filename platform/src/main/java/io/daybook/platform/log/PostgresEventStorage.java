package io.daybook.platform.log;

import io.daybook.platform.Identifiers;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import javax.sql.DataSource;

/**
 * Axon's JDBC event storage on our table: identifiers as uuid, times as timestamptz, all events of
 * a command in one statement that answers their positions.
 */
public final class PostgresEventStorage extends JdbcEventStorageEngine {

    private static final int BATCH = 1_000;

    /** While events come one after the other, each statement that looks for them finds several. */
    private static final long LINGER = Duration.ofMillis(3).toNanos();

    private static final EventSchema SCHEMA =
            EventSchema.builder()
                    .eventTable("domain_event")
                    .snapshotTable("snapshot_event")
                    .globalIndexColumn("global_index")
                    .eventIdentifierColumn("event_id")
                    .aggregateIdentifierColumn("aggregate_id")
                    .sequenceNumberColumn("sequence_number")
                    .typeColumn("type")
                    .timestampColumn("time_stamp")
                    .payloadTypeColumn("payload_type")
                    .payloadRevisionColumn("payload_revision")
                    .payloadColumn("payload")
                    .metaDataColumn("meta_data")
                    .build();

    private final TransactionManager transactions;
    private final DataSource pool;
    private final Horizon horizon;
    private final GroupCommit<EventRow> group = new GroupCommit<>(this::insertAlone);
    private volatile long readEnd = System.nanoTime() - LINGER;

    /**
     * @param pool connections outside of any transaction, for commands that have nothing but events
     *     to commit
     */
    public PostgresEventStorage(
            ConnectionProvider connections,
            DataSource pool,
            TransactionManager transactions,
            Serializer serializer,
            EventUpcaster upcasters) {
        super(
                builder()
                        .connectionProvider(connections)
                        .transactionManager(transactions)
                        .schema(SCHEMA)
                        .dataType(String.class)
                        // positions are counted here, by what is settled, not by Axon's clock
                        .lowestGlobalSequence(Long.MAX_VALUE)
                        .eventSerializer(serializer)
                        .snapshotSerializer(serializer)
                        .persistenceExceptionResolver(PostgresEventStorage::isDuplicate)
                        .upcasterChain(upcasters)
                        .batchSize(BATCH));
        this.transactions = transactions;
        this.pool = pool;
        this.horizon = new Horizon(new JdbcTemplate(pool));
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        List<EventRow> rows = events.stream().map(event -> EventRow.of(event, serializer)).toList();
        try {
            // asked only now: a person's first personal data makes their key, in the transaction
            if (RunningCommand.standsAlone()) {
                AppendedPosition.reached(group.append(rows), events.getLast().getIdentifier());
            } else {
                transactions.executeInTransaction(() -> insertWithTheRest(rows, events));
            }
        } catch (SQLException failure) {
            handlePersistenceException(failure, events.getFirst());
        }
    }

    private void insertWithTheRest(List<EventRow> rows, List<? extends EventMessage<?>> events) {
        try {
            AppendedPosition.reached(
                    EventRow.insert(super.getConnection(), rows).getLast(),
                    events.getLast().getIdentifier());
        } catch (SQLException failure) {
            handlePersistenceException(failure, events.getFirst());
        }
    }

    // Without a transaction around it the statement is one, in a single round trip.
    private List<Long> insertAlone(List<EventRow> rows) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return EventRow.insert(connection, rows);
        }
    }

    /**
     * Reading an aggregate is no part of what a command commits, so it leaves it standing alone.
     */
    @Override
    protected Connection getConnection() {
        if (!RunningCommand.standsAlone()) {
            return super.getConnection();
        }
        try {
            return pool.getConnection();
        } catch (SQLException failure) {
            throw new EventStoreException("No connection to the event log", failure);
        }
    }

    /** What an identifier was made for a moment ago has no events, so none are looked for. */
    @Override
    protected Stream<? extends DomainEventData<?>> readEventData(
            String aggregateIdentifier, long firstSequenceNumber) {
        return Identifiers.use(aggregateIdentifier)
                ? Stream.empty()
                : super.readEventData(aggregateIdentifier, firstSequenceNumber);
    }

    /** No aggregate takes snapshots, so none is looked for. */
    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return Stream.empty();
    }

    // Axon's own resolver knows the codes of other databases; this is unique_violation.
    private static boolean isDuplicate(Exception exception) {
        return exception instanceof SQLException sql && "23505".equals(sql.getSQLState());
    }

    @Override
    protected void writeTimestamp(PreparedStatement statement, int position, Instant timestamp)
            throws SQLException {
        statement.setObject(position, timestamp.atOffset(ZoneOffset.UTC));
    }

    @Override
    protected Object readTimeStamp(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /**
     * Axon gives up a gap by the times of events and the clock of this process, and one far behind
     * in any case; both would pass over the events of a slow transaction for ever. Here a gap stays
     * until PostgreSQL says that nobody is left who could fill it, and this reading has not found
     * it filled: so it is asked before.
     */
    @Override
    protected List<TrackedEventData<?>> fetchTrackedEvents(
            @Nullable TrackingToken last, int batchSize) {
        LogToken from = LogToken.of(last);
        LogToken reader = from.reading(horizon.settledFor(from));
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = NextEvents.after(reader, connection, batchSize);
                ResultSet rows = statement.executeQuery()) {
            return events(rows, reader);
        } catch (SQLException failure) {
            throw new EventStoreException("The log cannot be read", failure);
        }
    }

    /** What is less than a batch is all there is for now; Axon would ask again at once. */
    @Override
    protected Stream<TrackedEventData<?>> readEventData(
            @Nullable TrackingToken after, boolean mayBlock) {
        if (mayBlock) {
            linger();
        }
        return Stream.iterate(
                        fetchTrackedEvents(after, BATCH),
                        batch -> !batch.isEmpty(),
                        batch -> batch.size() < BATCH ? List.of() : following(batch))
                .flatMap(List::stream);
    }

    // Only the one thread may block that reads the end of the log for all who follow it.
    private void linger() {
        LockSupport.parkNanos(readEnd + LINGER - System.nanoTime());
        readEnd = System.nanoTime();
    }

    private List<TrackedEventData<?>> following(List<TrackedEventData<?>> batch) {
        return fetchTrackedEvents(batch.getLast().trackingToken(), BATCH);
    }

    private List<TrackedEventData<?>> events(ResultSet rows, LogToken reader) throws SQLException {
        List<TrackedEventData<?>> events = new ArrayList<>();
        LogToken token = reader;
        while (rows.next()) {
            token = token.behind(rows.getLong("global_index"));
            events.add(
                    new TrackedDomainEventData<>(
                            token, (DomainEventData<?>) getTrackedEventData(rows, null)));
        }
        return events;
    }

    /** The beginning itself: the first events may become visible in another order. */
    @Override
    public TrackingToken createTailToken() {
        return LogToken.BEGINNING;
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        return own(super.createHeadToken());
    }

    @Override
    public @Nullable TrackingToken createTokenAt(Instant moment) {
        return own(super.createTokenAt(moment));
    }

    private static @Nullable TrackingToken own(@Nullable TrackingToken axons) {
        return axons == null ? null : LogToken.of(axons);
    }
}
