package io.daybook.platform.log;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** An event as the log stores it: its personal data is encrypted by now. */
record EventRow(
        DomainEventMessage<?> event,
        SerializedObject<String> payload,
        SerializedObject<String> metaData) {

    private static final String PARAMETERS = "(?,?,?,?,?,?,?,?,?)";

    static EventRow of(EventMessage<?> event, Serializer serializer) {
        return new EventRow(
                event instanceof DomainEventMessage<?> domainEvent
                        ? domainEvent
                        : new GenericDomainEventMessage<>(
                                null, event.getIdentifier(), 0L, event, event::getTimestamp),
                event.serializePayload(serializer, String.class),
                event.serializeMetaData(serializer, String.class));
    }

    /** Inserts rows in one statement and in their order; answers their positions in the log. */
    static List<Long> insert(Connection connection, List<EventRow> rows) throws SQLException {
        String sql =
                "insert into domain_event (event_id, aggregate_id, sequence_number, type,"
                        + " time_stamp, payload_type, payload_revision, payload, meta_data) values "
                        + String.join(",", Collections.nCopies(rows.size(), PARAMETERS))
                        + " returning global_index";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int at = 0;
            for (EventRow row : rows) {
                at = row.bind(statement, at);
            }
            List<Long> positions = new ArrayList<>(rows.size());
            try (ResultSet inserted = statement.executeQuery()) {
                while (inserted.next()) {
                    positions.add(inserted.getLong(1));
                }
            }
            return positions;
        }
    }

    private int bind(PreparedStatement statement, int before) throws SQLException {
        int at = before;
        statement.setString(++at, event.getIdentifier());
        statement.setString(++at, event.getAggregateIdentifier());
        statement.setLong(++at, event.getSequenceNumber());
        statement.setString(++at, event.getType());
        statement.setObject(++at, event.getTimestamp().atOffset(ZoneOffset.UTC));
        statement.setString(++at, payload.getType().getName());
        statement.setString(++at, payload.getType().getRevision());
        statement.setString(++at, payload.getData());
        statement.setString(++at, metaData.getData());
        return at;
    }
}
