package io.daybook.platform.proof;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Reads rows of the log by COPY in its binary format, which neither side parses or escapes; the
 * server sends one message for each row.
 */
final class LogCopy {

    // "PGCOPY\n\377\r\n\0", as the first message begins, then flags and the length of an extension
    private static final long SIGNATURE = 0x5047_434f_5059_0affL;
    private static final int HEADER = 11 + 2 * Integer.BYTES;

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
        CopyOut copy =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut(
                                "copy (select %s from domain_event where %s) to stdout (format binary)"
                                        .formatted(LogRow.COLUMNS, which));
        boolean wanted = true;
        for (byte[] message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
            int start = begin(message);
            if (wanted && message.length - start > Short.BYTES) { // else the end mark
                wanted = consumer.take(new LogRow(message, start));
            }
        }
    }

    private static int begin(byte[] message) {
        return message.length >= HEADER && ByteBuffer.wrap(message).getLong() == SIGNATURE
                ? HEADER
                : 0;
    }
}
