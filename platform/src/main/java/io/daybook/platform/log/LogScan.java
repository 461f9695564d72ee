package io.daybook.platform.log;

import io.daybook.platform.postgres.BinaryCopy;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.Serializer;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import javax.sql.DataSource;

/**
 * Reads a part of the log to which nothing is added any more, for somebody who takes in all of it.
 * The rows come in stretches, each a statement of its own: no long snapshot keeps the database from
 * tidying up. Reading and opening are two steps, so that several processors can share them.
 */
public final class LogScan {

    // The position is the first field: before it stand the number of fields and its length.
    private static final int POSITION = Short.BYTES + Integer.BYTES;

    /** How many positions one statement looks through for each event that it may find. */
    private static final long WINDOW = 50;

    private final DataSource dataSource;
    private final Serializer serializer;

    /** The serializer is the one of events. */
    public LogScan(DataSource dataSource, Serializer serializer) {
        this.dataSource = dataSource;
        this.serializer = serializer;
    }

    /** Events as they are stored, and the position up to which there are no others. */
    public record Stretch(List<ByteBuffer> rows, long reached) {}

    /** The next events of some types behind a position, up to another one. */
    public Stretch read(long after, long upTo, Collection<Class<?>> types, int limit)
            throws SQLException {
        long end = Math.min(upTo, after + WINDOW * limit);
        List<ByteBuffer> rows = new ArrayList<>();
        try (Connection connection = dataSource.getConnection()) {
            BinaryCopy.read(
                    connection,
                    """
                    select %s from domain_event where global_index > %d and global_index <= %d%s
                    order by global_index limit %d
                    """
                            .formatted(LogHistory.COLUMNS, after, end, only(types), limit),
                    (message, start) -> rows.add(row(message, start)));
        }
        return new Stretch(rows, rows.size() < limit ? end : rows.getLast().getLong(POSITION));
    }

    /** The events of a stretch, in order. */
    public List<TrackedEventMessage<?>> open(Stretch stretch) {
        List<TrackedEventMessage<?>> events = new ArrayList<>(stretch.rows().size());
        for (ByteBuffer row : stretch.rows()) {
            events.add(ScannedRow.of(row.duplicate()).message(serializer));
        }
        return events;
    }

    private static ByteBuffer row(byte[] message, int start) {
        return ByteBuffer.wrap(message, start, message.length - start).slice();
    }

    private static String only(Collection<Class<?>> types) {
        return types.containsAll(EventTypes.all().values())
                ? ""
                : types.stream()
                        .map(type -> "'" + EventTypes.nameOf(type).orElseThrow() + "'")
                        .collect(Collectors.joining(", ", " and payload_type in (", ")"));
    }
}
