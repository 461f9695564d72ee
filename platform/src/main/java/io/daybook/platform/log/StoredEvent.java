package io.daybook.platform.log;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * An event as its row stands in the log: every column takes part in its hash, each preceded by its
 * length.
 */
record StoredEvent(long position, Instant at, List<String> columns) {

    static StoredEvent of(ResultSet row) throws SQLException {
        Instant at = row.getObject("time_stamp", OffsetDateTime.class).toInstant();
        return new StoredEvent(
                row.getLong("global_index"),
                at,
                Stream.of(
                                Long.toString(row.getLong("global_index")),
                                row.getString("event_id"),
                                row.getString("aggregate_id"),
                                Long.toString(row.getLong("sequence_number")),
                                row.getString("type"),
                                at.toString(),
                                row.getString("payload_type"),
                                textOrEmpty(row.getString("payload_revision")),
                                row.getString("payload"),
                                row.getString("meta_data"))
                        .toList());
    }

    Link link(Link before) {
        MessageDigest digest = sha256();
        digest.update(before.hash());
        for (String column : columns) {
            byte[] bytes = column.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
            digest.update(bytes);
        }
        return new Link(before.index() + 1, position, digest.digest());
    }

    private static String textOrEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JVM lacks SHA-256", e);
        }
    }
}
