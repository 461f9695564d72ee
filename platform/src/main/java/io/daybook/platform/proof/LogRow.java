package io.daybook.platform.proof;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * An event as its row stands in the log, in PostgreSQL's binary COPY format: the number of fields
 * (16 bits), then of each field its length (32 bits, -1: none) and its bytes, in the order of
 * {@link #COLUMNS}. These bytes are what the chain is made of.
 */
final class LogRow {

    /** The columns of a row, in order; also those of an export. */
    static final String COLUMNS =
            "global_index, event_id, aggregate_id, sequence_number, type, time_stamp, payload_type,"
                    + " payload_revision, payload, meta_data";

    static final int FIELDS = 10;
    private static final int POSITION_OFFSET = Short.BYTES + Integer.BYTES;
    private static final byte LEAF = 0;
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private final byte[] bytes;
    private final int offset;

    LogRow(byte[] bytes, int offset) {
        this.bytes = bytes;
        this.offset = offset;
    }

    long position() {
        return ByteBuffer.wrap(bytes).getLong(offset + POSITION_OFFSET);
    }

    /** How many bytes it has. */
    int length() {
        return bytes.length - offset;
    }

    /** The hash of the row as a leaf of the tree (RFC 6962: a zero byte, then the bytes). */
    byte[] leaf(MessageDigest digest) {
        digest.update(LEAF);
        digest.update(bytes, offset, bytes.length - offset);
        return digest.digest();
    }

    /** The same row as it would be at another position. */
    LogRow at(long position) {
        byte[] moved = bytes.clone();
        ByteBuffer.wrap(moved).putLong(offset + POSITION_OFFSET, position);
        return new LogRow(moved, offset);
    }

    UUID uuid(int field) {
        ByteBuffer value = ByteBuffer.wrap(field(field));
        return new UUID(value.getLong(), value.getLong());
    }

    long number(int field) {
        return ByteBuffer.wrap(field(field)).getLong();
    }

    @Nullable String text(int field) {
        byte[] value = fieldOrNull(field);
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }

    Instant time(int field) {
        return EPOCH.plus(number(field), ChronoUnit.MICROS);
    }

    /** Microseconds since 2000, as PostgreSQL keeps time. */
    static long micros(Instant time) {
        return ChronoUnit.MICROS.between(EPOCH, time);
    }

    /** What a person needs to find it: kind, identifier and time, nothing of the payload. */
    String description() {
        return "%s, event %s of %s".formatted(text(6), uuid(1), time(5));
    }

    private byte[] field(int wanted) {
        byte[] value = fieldOrNull(wanted);
        if (value == null) {
            throw new IllegalArgumentException("Field " + wanted + " of the row is absent");
        }
        return value;
    }

    private byte @Nullable [] fieldOrNull(int wanted) {
        ByteBuffer row = ByteBuffer.wrap(bytes).position(offset + Short.BYTES);
        for (int field = 0; ; field++) {
            int length = row.getInt();
            if (field == wanted) {
                if (length < 0) {
                    return null;
                }
                byte[] value = new byte[length];
                row.get(value);
                return value;
            }
            row.position(row.position() + Math.max(0, length));
        }
    }
}
