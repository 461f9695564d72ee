package io.daybook.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

import javax.sql.DataSource;

/**
 * The floor of a command: one row like the log's own in one transaction by plain JDBC, into a twin
 * of the log's table with the same columns, constraints and indexes.
 */
final class AppendFloor implements Load.Work {

    private final DataSource pool;
    private final String type;
    private final String payloadType;
    private final String payload;
    private final String metadata;

    private AppendFloor(DataSource pool, ResultSet event) throws SQLException {
        this.pool = pool;
        this.type = event.getString("type");
        this.payloadType = event.getString("payload_type");
        this.payload = event.getString("payload");
        this.metadata = event.getString("meta_data");
    }

    /** The floor for events like the newest one of a type in the log. */
    static AppendFloor like(DataSource pool, String payloadType) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table if not exists floor_event (like domain_event including all)");
            try (PreparedStatement newest =
                    connection.prepareStatement(
                            "select * from domain_event where payload_type = ? order by"
                                    + " global_index desc limit 1")) {
                newest.setString(1, payloadType);
                try (ResultSet event = newest.executeQuery()) {
                    if (!event.next()) {
                        throw new IllegalStateException("No " + payloadType + " is in the log");
                    }
                    return new AppendFloor(pool, event);
                }
            }
        }
    }

    @Override
    public void once() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert =
                    connection.prepareStatement(
                            """
                            insert into floor_event (event_id, aggregate_id, sequence_number, type, time_stamp,
                              payload_type, payload_revision, payload, meta_data)
                            values (?, ?, 0, ?, now(), ?, '1', ?, ?)
                            """)) {
                insert.setObject(1, UUID.randomUUID());
                insert.setObject(2, UUID.randomUUID());
                insert.setString(3, type);
                insert.setString(4, payloadType);
                insert.setString(5, payload);
                insert.setString(6, metadata);
                insert.executeUpdate();
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    }
}
