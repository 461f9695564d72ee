package io.daybook.platform.proof;

import io.daybook.platform.postgres.BinaryCopy;

import java.sql.Connection;
import java.sql.SQLException;

/** Reads rows of the log as their bytes. */
final class LogCopy {

    private LogCopy() {}

    /** The rows behind one position up to another, ascending, at most so many. */
    static void read(Connection connection, long after, long upTo, int limit, RowConsumer consumer)
            throws SQLException {
        copy(
                connection,
                "global_index > %d and global_index <= %d order by global_index limit %d"
                        .formatted(after, upTo, limit),
                consumer);
    }

    /** The rows that say what was retired; index domain_event_retirement. */
    static void retirements(Connection connection, RowConsumer consumer) throws SQLException {
        copy(
                connection,
                "payload_type = '%s' order by global_index".formatted(Retirements.TYPE),
                consumer);
    }

    private static void copy(Connection connection, String which, RowConsumer consumer)
            throws SQLException {
        rows(
                connection,
                "select %s from domain_event where %s".formatted(LogRow.COLUMNS, which),
                consumer);
    }

    /** What a query answers, which has the columns of a row. */
    static void rows(Connection connection, String query, RowConsumer consumer)
            throws SQLException {
        BinaryCopy.read(
                connection, query, (message, start) -> consumer.take(new LogRow(message, start)));
    }
}
