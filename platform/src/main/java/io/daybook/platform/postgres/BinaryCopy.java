package io.daybook.platform.postgres;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Reads rows by COPY in its binary format, which neither side parses or escapes; the server sends
 * one message for each row. A row is the number of its fields (16 bits), then of each field its
 * length (32 bits, -1: none) and its bytes.
 */
public final class BinaryCopy {

    // "PGCOPY\n\377\r\n\0", as the first message begins, then flags and the length of an extension
    private static final long SIGNATURE = 0x5047_434f_5059_0affL;
    private static final int HEADER = 11 + 2 * Integer.BYTES;

    private BinaryCopy() {}

    /** Takes the rows in order. */
    @FunctionalInterface
    public interface Taker {

        /** Takes a row, which begins at a place in a message; answers whether to go on. */
        boolean take(byte[] message, int start);
    }

    /** The rows of a query. */
    public static void read(Connection connection, String query, Taker taker) throws SQLException {
        CopyOut copy =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy (" + query + ") to stdout (format binary)");
        boolean wanted = true;
        for (byte[] message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
            int start = begin(message);
            if (wanted && message.length - start > Short.BYTES) { // else the end mark
                wanted = taker.take(message, start);
            }
        }
    }

    private static int begin(byte[] message) {
        return message.length >= HEADER && ByteBuffer.wrap(message).getLong() == SIGNATURE
                ? HEADER
                : 0;
    }
}
