package io.daybook.platform.log;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;

/**
 * Axon's JDBC event storage on our table: identifiers as uuid, times as timestamptz, all events of
 * a command in one statement that answers their positions.
 */
public final class PostgresEventStorage extends JdbcEventStorageEngine {

    /**
     * A gap in the positions counts as abandoned after this time (ms). It is twice as long as a
     * transaction may last ({@code transaction_timeout} of the pool), so that no event behind a gap
     * is ever passed over.
     */
    static final int GAP_TIMEOUT = 60_000;

    private static final int BATCH = 1_000;
    private static final String ROW = "(?,?,?,?,?,?,?,?,?)";
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

    public PostgresEventStorage(
            ConnectionProvider connections,
            TransactionManager transactions,
            Serializer serializer,
            EventUpcaster upcasters) {
        super(
                builder()
                        .connectionProvider(connections)
                        .transactionManager(transactions)
                        .schema(SCHEMA)
                        .dataType(String.class)
                        .gapTimeout(GAP_TIMEOUT)
                        .eventSerializer(serializer)
                        .snapshotSerializer(serializer)
                        .persistenceExceptionResolver(PostgresEventStorage::isDuplicate)
                        .upcasterChain(upcasters)
                        .batchSize(BATCH));
        this.transactions = transactions;
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (!events.isEmpty()) {
            transactions.executeInTransaction(() -> insert(events, serializer));
        }
    }

    private void insert(List<? extends EventMessage<?>> events, Serializer serializer) {
        String sql =
                "insert into domain_event (event_id, aggregate_id, sequence_number, type,"
                        + " time_stamp, payload_type, payload_revision, payload, meta_data) values "
                        + String.join(",", Collections.nCopies(events.size(), ROW))
                        + " returning global_index";
        try (PreparedStatement statement = getConnection().prepareStatement(sql)) {
            int parameter = 0;
            for (EventMessage<?> event : events) {
                parameter = bind(statement, parameter, domainEvent(event), serializer);
            }
            try (ResultSet positions = statement.executeQuery()) {
                while (positions.next()) {
                    AppendedPosition.reached(positions.getLong(1));
                }
            }
        } catch (SQLException e) {
            handlePersistenceException(e, events.getFirst());
        }
    }

    private int bind(
            PreparedStatement statement,
            int before,
            DomainEventMessage<?> event,
            Serializer serializer)
            throws SQLException {
        SerializedObject<String> payload = event.serializePayload(serializer, String.class);
        SerializedObject<String> metaData = event.serializeMetaData(serializer, String.class);
        int at = before;
        statement.setString(++at, event.getIdentifier());
        statement.setString(++at, event.getAggregateIdentifier());
        statement.setLong(++at, event.getSequenceNumber());
        statement.setString(++at, event.getType());
        writeTimestamp(statement, ++at, event.getTimestamp());
        statement.setString(++at, payload.getType().getName());
        statement.setString(++at, payload.getType().getRevision());
        statement.setString(++at, payload.getData());
        statement.setString(++at, metaData.getData());
        return at;
    }

    // Axon's own resolver knows the codes of other databases; this is unique_violation.
    private static boolean isDuplicate(Exception exception) {
        return exception instanceof SQLException sql && "23505".equals(sql.getSQLState());
    }

    private static DomainEventMessage<?> domainEvent(EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> domainEvent
                ? domainEvent
                : new GenericDomainEventMessage<>(
                        null, event.getIdentifier(), 0L, event, event::getTimestamp);
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

    @Override
    protected TrackedEventData<?> getTrackedEventData(ResultSet row, GapAwareTrackingToken previous)
            throws SQLException {
        TrackedEventData<?> event = super.getTrackedEventData(row, previous);
        GapAwareTrackingToken reached = (GapAwareTrackingToken) event.trackingToken();
        return new TrackedDomainEventData<>(
                new LogToken(reached.getIndex(), reached.getGaps(), row.getLong("global_index")),
                (DomainEventData<?>) event);
    }
}
