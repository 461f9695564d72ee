package io.daybook.platform.log;

import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.SerializedMessage;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** An event as a scan of the log finds it. */
record ScannedRow(
        long position,
        UUID event,
        UUID aggregate,
        long sequence,
        String aggregateType,
        Instant time,
        SerializedObject<byte[]> payload,
        SerializedObject<byte[]> metaData) {

    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    /** A row in the binary format of COPY. */
    static ScannedRow of(ByteBuffer row) {
        row.getShort();
        return new ScannedRow(
                number(row),
                uuid(row),
                uuid(row),
                number(row),
                text(row),
                time(number(row)),
                payload(text(row), textOrNull(row), row),
                new SerializedMetaData<>(bytes(row), byte[].class));
    }

    /** The event, opened when somebody asks for what is in it. */
    TrackedEventMessage<?> message(Serializer serializer) {
        LogToken token = LogToken.at(position);
        return isCurrent()
                ? new GenericTrackedDomainEventMessage<>(
                        token,
                        aggregateType,
                        aggregate.toString(),
                        sequence,
                        new SerializedMessage<>(event.toString(), payload, metaData, serializer),
                        () -> time)
                : older(token, serializer);
    }

    // Upcasters are for what is of an older revision, or of a type that we do not know any more.
    private boolean isCurrent() {
        Optional<Class<?>> known = EventTypes.classOf(payload.getType().getName());
        return known.isPresent()
                && EventTypes.revisionOf(known.get()).equals(payload.getType().getRevision());
    }

    private TrackedEventMessage<?> older(LogToken token, Serializer serializer) {
        return LogHistory.message(
                new TrackedDomainEventData<>(
                        token,
                        new GenericDomainEventEntry<>(
                                aggregateType,
                                aggregate.toString(),
                                sequence,
                                event.toString(),
                                time,
                                payload.getType().getName(),
                                payload.getType().getRevision(),
                                new String(payload.getData(), StandardCharsets.UTF_8),
                                new String(metaData.getData(), StandardCharsets.UTF_8))),
                serializer);
    }

    private static long number(ByteBuffer row) {
        row.getInt();
        return row.getLong();
    }

    // Streams tell the time to the millisecond; a row has to be the same whichever way it came.
    private static Instant time(long micros) {
        return EPOCH.plusMillis(Math.floorDiv(micros, 1_000L));
    }

    private static UUID uuid(ByteBuffer row) {
        row.getInt();
        return new UUID(row.getLong(), row.getLong());
    }

    private static SerializedObject<byte[]> payload(
            String type, @Nullable String revision, ByteBuffer row) {
        return new SimpleSerializedObject<>(bytes(row), byte[].class, type, revision);
    }

    private static byte[] bytes(ByteBuffer row) {
        byte[] bytes = new byte[row.getInt()];
        row.get(bytes);
        return bytes;
    }

    private static String text(ByteBuffer row) {
        return Objects.requireNonNull(textOrNull(row));
    }

    private static @Nullable String textOrNull(ByteBuffer row) {
        int length = row.getInt();
        if (length < 0) {
            return null;
        }
        int start = row.position();
        row.position(start + length);
        return new String(row.array(), row.arrayOffset() + start, length, StandardCharsets.UTF_8);
    }
}
