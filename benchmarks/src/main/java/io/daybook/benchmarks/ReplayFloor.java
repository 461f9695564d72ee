package io.daybook.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.sql.DataSource;

/**
 * The floor of a replay: reads the log in batches of a thousand, keeps the newest row of each
 * aggregate, and writes these by one upsert in one transaction with the position reached.
 */
final class ReplayFloor {

    private static final int BATCH = 1_000;

    private final DataSource pool;

    ReplayFloor(DataSource pool) {
        this.pool = pool;
    }

    /** Events a second over the whole log. */
    double perSecond() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists floor_row, floor_token");
            statement.execute(
                    "create table floor_row (id text primary key, payload text, meta_data text,"
                            + " position bigint)");
            statement.execute("create table floor_token as select -1::bigint as position");
            connection.setAutoCommit(false);
            long start = System.nanoTime();
            long events = 0;
            long position = -1;
            while (true) {
                Map<String, Row> rows = new LinkedHashMap<>();
                int read = read(connection, position, rows);
                if (read == 0) {
                    break;
                }
                position = rows.values().stream().mapToLong(Row::position).max().orElseThrow();
                write(connection, rows, position);
                connection.commit();
                events += read;
            }
            connection.setAutoCommit(true);
            return events * 1e9 / (System.nanoTime() - start);
        }
    }

    private static int read(Connection connection, long after, Map<String, Row> rows)
            throws SQLException {
        int read = 0;
        try (PreparedStatement select =
                connection.prepareStatement(
                        "select * from domain_event where global_index > ? order by global_index"
                                + " limit "
                                + BATCH)) {
            select.setLong(1, after);
            try (ResultSet events = select.executeQuery()) {
                while (events.next()) {
                    read++;
                    Row row =
                            new Row(
                                    events.getString("payload"),
                                    events.getString("meta_data"),
                                    events.getLong("global_index"));
                    rows.put(events.getString("aggregate_id"), row);
                }
            }
        }
        return read;
    }

    private static void write(Connection connection, Map<String, Row> rows, long position)
            throws SQLException {
        try (PreparedStatement upsert =
                        connection.prepareStatement(
                                """
                                insert into floor_row select * from unnest(?::text[], ?::text[], ?::text[], ?::bigint[])
                                on conflict (id) do update set payload = excluded.payload,
                                  meta_data = excluded.meta_data, position = excluded.position
                                where floor_row.position < excluded.position
                                """);
                PreparedStatement token =
                        connection.prepareStatement("update floor_token set position = ?")) {
            upsert.setArray(1, connection.createArrayOf("text", rows.keySet().toArray()));
            upsert.setArray(
                    2,
                    connection.createArrayOf(
                            "text", rows.values().stream().map(Row::payload).toArray()));
            upsert.setArray(
                    3,
                    connection.createArrayOf(
                            "text", rows.values().stream().map(Row::metadata).toArray()));
            upsert.setArray(
                    4,
                    connection.createArrayOf(
                            "bigint", rows.values().stream().map(Row::position).toArray()));
            upsert.executeUpdate();
            token.setLong(1, position);
            token.executeUpdate();
        }
    }

    private record Row(String payload, String metadata, long position) {}
}
