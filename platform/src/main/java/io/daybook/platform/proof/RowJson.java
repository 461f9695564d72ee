package io.daybook.platform.proof;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** A row of the log as a line of an export, and back, bit by bit the same. */
final class RowJson {

    /** The names of the fields of a row, in the order of its columns. */
    static final List<String> NAMES =
            List.of(
                    "position",
                    "eventId",
                    "aggregateId",
                    "sequence",
                    "aggregateType",
                    "at",
                    "type",
                    "revision",
                    "payload",
                    "metaData");

    /** The first name of a line that is an event. */
    static final String FIRST = NAMES.getFirst();

    private final RowLine exact = new RowLine();
    private final byte[][] fields = new byte[LogRow.FIELDS][];

    /** Writes the row as one object. */
    static void write(LogRow row, JsonGenerator to) {
        to.writeStartObject();
        to.writeNumberProperty(NAMES.get(0), row.number(0));
        to.writeStringProperty(NAMES.get(1), row.uuid(1).toString());
        to.writeStringProperty(NAMES.get(2), row.uuid(2).toString());
        to.writeNumberProperty(NAMES.get(3), row.number(3));
        to.writeStringProperty(NAMES.get(4), row.text(4));
        to.writeStringProperty(NAMES.get(5), row.time(5).toString());
        for (int field = 6; field < LogRow.FIELDS; field++) {
            to.writeStringProperty(NAMES.get(field), row.text(field));
        }
        to.writeEndObject();
    }

    /** Reads a line, whatever form its JSON has. */
    LogRow read(byte[] line, JsonFactory json) {
        LogRow row = exact.read(line);
        if (row != null) {
            return row;
        }
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), line)) {
            parser.nextToken();
            parser.nextName();
            return read(parser);
        }
    }

    /** Reads the rest of an object of which the first name was read. */
    private LogRow read(JsonParser from) {
        Arrays.fill(fields, null);
        String name = FIRST;
        while (name != null) {
            int field = NAMES.indexOf(name);
            if (field < 0) {
                throw new IllegalArgumentException("An event of the export has a field " + name);
            }
            fields[field] = field(field, from);
            name = from.nextName();
        }
        return new LogRow(row(), 0);
    }

    private static byte @Nullable [] field(int field, JsonParser from) {
        JsonToken token = from.nextToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        return switch (field) {
            case 0, 3 -> number(from.getLongValue());
            case 1, 2 -> uuid(UUID.fromString(from.getString()));
            case 5 -> number(LogRow.micros(Instant.parse(from.getString())));
            default -> from.getString().getBytes(StandardCharsets.UTF_8);
        };
    }

    private byte[] row() {
        int length = Short.BYTES;
        for (byte[] field : fields) {
            length += Integer.BYTES + (field == null ? 0 : field.length);
        }
        ByteBuffer row = ByteBuffer.allocate(length).putShort((short) LogRow.FIELDS);
        for (byte[] field : fields) {
            row.putInt(field == null ? -1 : field.length);
            if (field != null) {
                row.put(field);
            }
        }
        return row.array();
    }

    private static byte[] number(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    private static byte[] uuid(UUID value) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .array();
    }
}
