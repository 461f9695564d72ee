package io.daybook.platform.proof;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;

import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Writes log, chain and checkpoints as lines of JSON: a head, the checkpoints, then each block of
 * the chain before its events, the events that are not chained yet, and an end, without which the
 * export is not whole. Needs no keys, and holds one block at a time. All is of one moment: what is
 * signed, erased or retired meanwhile is in it altogether or not at all.
 */
public final class LogExport {

    static final String FORMAT = "daybook-log/1";

    /** The property of the head that says up to where retirements were not signed. */
    static final String UNSIGNED = "unsignedRetirementsUpTo";

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .rootValueSeparator("\n")
                    .build();

    private final JdbcOperations jdbc;
    private final DatabaseLog log;
    private long events;

    private LogExport(JdbcOperations jdbc) {
        this.jdbc = jdbc;
        this.log = new DatabaseLog(jdbc);
    }

    /** Writes all and answers how many events there were; the stream stays open. */
    public static long write(JdbcOperations jdbc, OutputStream out, Instant now) {
        return LogSnapshot.read(jdbc, moment -> new LogExport(moment).write(out, now));
    }

    private long write(OutputStream out, Instant now) {
        try (JsonGenerator to =
                JSON.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            head(to, now);
            Optional<Stretch> stretch = log.next();
            while (stretch.isPresent()) {
                stretch(stretch.get(), to);
                stretch = log.next();
            }
            unchained(to);
            to.writeStartObject();
            to.writeNumberProperty("end", events);
            to.writeEndObject();
            to.writeRaw('\n');
        }
        return events;
    }

    private void head(JsonGenerator to, Instant now) {
        to.writeStartObject();
        to.writeStringProperty("format", FORMAT);
        to.writeStringProperty("origin", log.origin());
        to.writeStringProperty("exportedAt", now.toString());
        to.writeNumberProperty("chained", log.end().size());
        to.writeNumberProperty("chainedPosition", log.end().position());
        to.writeNumberProperty(UNSIGNED, log.unsignedUpTo());
        to.writeArrayPropertyStart("keys");
        log.keys().forEach(key -> to.writeString(key.toString()));
        to.writeEndArray();
        to.writeEndObject();
        for (String checkpoint : log.checkpoints()) {
            to.writeStartObject();
            to.writeStringProperty("checkpoint", checkpoint);
            to.writeEndObject();
        }
        log.eachRetirement(row -> retirement(row, to));
    }

    /** Stands in its place in the log as well; here it says beforehand what will be missing. */
    private static boolean retirement(LogRow row, JsonGenerator to) {
        to.writeStartObject();
        to.writeName("retirement");
        RowJson.write(row, to);
        to.writeEndObject();
        return true;
    }

    private void stretch(Stretch stretch, JsonGenerator to) {
        List<Block> blocks = stretch.blocks();
        int[] written = {0};
        stretch.rows(
                row -> {
                    while (written[0] < blocks.size()
                            && (written[0] == 0
                                    || row.position() > blocks.get(written[0] - 1).last())) {
                        BlockJson.write(blocks.get(written[0]++), to);
                    }
                    event(row, to);
                    return true;
                });
        while (written[0] < blocks.size()) {
            BlockJson.write(blocks.get(written[0]++), to);
        }
    }

    /** What came since the chain was last kept up, which is a second or two. */
    private void unchained(JsonGenerator to) {
        to.writeStartObject();
        to.writeNumberProperty("unchainedBehind", log.end().position());
        to.writeEndObject();
        jdbc.execute(
                (ConnectionCallback<Long>)
                        connection -> {
                            LogCopy.read(
                                    connection,
                                    log.end().position(),
                                    Long.MAX_VALUE,
                                    Integer.MAX_VALUE,
                                    row -> event(row, to));
                            return events;
                        });
    }

    private boolean event(LogRow row, JsonGenerator to) {
        RowJson.write(row, to);
        events++;
        return true;
    }
}
