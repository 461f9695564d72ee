package io.daybook.platform.proof;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** An export, read once from its beginning to its end; lines become rows where they are hashed. */
final class ExportedLog implements LogSource, Closeable {

    private static final int STRETCH = 4_096;
    private static final int BLOCKS = 64;
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxStringLength(Integer.MAX_VALUE)
                                    .build())
                    .build();
    private static final JsonMapper MAPPER = new JsonMapper(JSON);
    private static final byte[] EVENT = prefix(RowJson.FIRST);
    private static final byte[] BLOCK = prefix(BlockJson.NAME);
    private static final byte[] CHECKPOINT = prefix("checkpoint");
    private static final byte[] RETIREMENT = prefix("retirement");
    private static final byte[] UNCHAINED = prefix("unchainedBehind");
    private static final byte[] END = prefix("end");

    private final Lines lines;
    private final JsonNode head;
    private final List<String> checkpoints = new ArrayList<>();
    private final Retirements retirements = new Retirements();
    private final Map<Long, byte[]> statements = new HashMap<>();
    private byte @Nullable [] next;
    private long events;

    ExportedLog(InputStream in) throws IOException {
        lines = new Lines(in);
        byte[] first = lines.next();
        if (first == null || !begins(first, prefix("format"))) {
            throw new IllegalArgumentException("This is not an export of a log.");
        }
        head = MAPPER.readTree(first);
        if (!head.required("format").asString().equals(LogExport.FORMAT)) {
            throw new IllegalArgumentException(
                    "The export has another format than " + LogExport.FORMAT + ".");
        }
        advance();
        while (isNext(CHECKPOINT)) {
            checkpoints.add(MAPPER.readTree(next).required("checkpoint").asString());
            advance();
        }
        for (byte[] said = next; said != null && begins(said, RETIREMENT); said = next) {
            byte[] line = Arrays.copyOfRange(said, RETIREMENT.length, said.length - 1);
            LogRow row = new RowJson().read(line, JSON);
            retirements.add(row);
            statements.put(row.position(), line);
            advance();
        }
        statements.keySet().retainAll(retirements.behind(end().position()));
    }

    @Override
    public Optional<Stretch> next() {
        List<Block> blocks = new ArrayList<>();
        List<byte[]> rows = new ArrayList<>();
        while (isNext(EVENT) || isNext(BLOCK)) {
            if (isNext(EVENT)) {
                rows.add(next);
            } else if (rows.size() >= STRETCH || blocks.size() >= BLOCKS) {
                break;
            } else {
                blocks.add(BlockJson.read(MAPPER.readTree(next)));
            }
            advance();
        }
        events += rows.size();
        if (!blocks.isEmpty()) {
            return Optional.of(new Part(blocks, rows));
        }
        finish();
        return Optional.empty();
    }

    /** Makes sure that nothing was cut off, and passes over what was not chained yet. */
    private void finish() {
        if (isNext(UNCHAINED)) {
            advance();
            while (isNext(EVENT)) {
                events++;
                statements.values().removeIf(line -> Arrays.equals(line, next));
                advance();
            }
        }
        if (!isNext(END) || MAPPER.readTree(next).required("end").asLong() != events) {
            throw new IllegalArgumentException(
                    "The export is not whole: its end is missing, or tells of another number of"
                            + " events.");
        }
        if (!statements.isEmpty()) {
            throw new IllegalArgumentException(
                    "The export says of details that they were retired, and its log does not.");
        }
    }

    @Override
    public End end() {
        return new End(
                head.required("chained").asLong(),
                head.required("chainedPosition").asLong(),
                List.of());
    }

    @Override
    public String origin() {
        return head.required("origin").asString();
    }

    @Override
    public List<String> checkpoints() {
        return checkpoints;
    }

    @Override
    public Retirements retirements() {
        return retirements;
    }

    @Override
    public long unsignedUpTo() {
        return head.path(LogExport.UNSIGNED).asLong(Long.MAX_VALUE);
    }

    @Override
    public List<NoteKey> keys() {
        return StreamSupport.stream(head.required("keys").spliterator(), false)
                .map(key -> NoteKey.parse(key.asString()))
                .toList();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private void advance() {
        try {
            next = lines.next();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private boolean isNext(byte[] prefix) {
        return next != null && begins(next, prefix);
    }

    static boolean begins(byte[] line, byte[] prefix) {
        return line.length > prefix.length
                && Arrays.equals(line, 0, prefix.length, prefix, 0, prefix.length);
    }

    private static byte[] prefix(String name) {
        return ("{\"" + name + "\":").getBytes(StandardCharsets.UTF_8);
    }

    private record Part(List<Block> blocks, List<byte[]> lines) implements Stretch {

        @Override
        public void rows(RowConsumer consumer) {
            RowJson rows = new RowJson();
            for (byte[] line : lines) {
                if (!consumer.take(rows.read(line, JSON))) {
                    return;
                }
            }
        }
    }
}
