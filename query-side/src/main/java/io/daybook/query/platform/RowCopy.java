package io.daybook.query.platform;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Adds many rows by COPY in its binary format, for which the server parses neither texts nor
 * arrays.
 */
final class RowCopy {

    // signature, flags, length of an extension
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final int FULL = 1 << 16;
    private static final long EPOCH_SECOND = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
    private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final int NANOS_OF_MICRO = 1_000;
    private static final long MICROS_OF_SECOND = 1_000_000;

    private final CopyIn copy;
    private ByteBuffer buffer = ByteBuffer.allocate(FULL + 4_096);

    private RowCopy(CopyIn copy) {
        this.copy = copy;
        buffer.put(HEADER);
    }

    /** Adds rows to a table. */
    static <R extends Record> void write(
            Connection connection, Table<R> table, String schema, List<R> rows)
            throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(table.copy(schema));
        try {
            RowCopy writer = new RowCopy(copy);
            for (R row : rows) {
                writer.write(table, row);
            }
            writer.end();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private <R extends Record> void write(Table<R> table, R row) throws SQLException {
        need(Short.BYTES);
        buffer.putShort((short) table.columns().size());
        for (Table.Column column : table.columns()) {
            column.type().write(this, column.read(row));
        }
        if (buffer.position() >= FULL) {
            send();
        }
    }

    private void end() throws SQLException {
        need(Short.BYTES);
        buffer.putShort((short) -1);
        send();
        copy.endCopy();
    }

    private void send() throws SQLException {
        copy.writeToCopy(buffer.array(), buffer.arrayOffset(), buffer.position());
        buffer.clear();
    }

    void none() {
        need(Integer.BYTES);
        buffer.putInt(-1);
    }

    void uuid(UUID value) {
        begin(2 * Long.BYTES)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits());
    }

    void text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        begin(bytes.length).put(bytes);
    }

    void number(long value) {
        begin(Long.BYTES).putLong(value);
    }

    void number(int value) {
        begin(Integer.BYTES).putInt(value);
    }

    void truth(boolean value) {
        begin(Byte.BYTES).put((byte) (value ? 1 : 0));
    }

    /** Microseconds since 2000, rounded as the server rounds texts. */
    void time(Instant value) {
        number(
                (value.getEpochSecond() - EPOCH_SECOND) * MICROS_OF_SECOND
                        + (value.getNano() + NANOS_OF_MICRO / 2) / NANOS_OF_MICRO);
    }

    /** Days since 2000. */
    void date(LocalDate value) {
        number((int) (value.toEpochDay() - EPOCH_DAY));
    }

    private ByteBuffer begin(int length) {
        need(Integer.BYTES + length);
        return buffer.putInt(length);
    }

    private void need(int length) {
        if (buffer.remaining() < length) {
            buffer.flip();
            buffer = ByteBuffer.allocate(2 * buffer.limit() + length).put(buffer);
        }
    }
}
