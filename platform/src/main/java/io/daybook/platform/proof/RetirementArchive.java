package io.daybook.platform.proof;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/**
 * The folder that events are written to before they leave the log: a file for each retirement, with
 * a head, the events as the lines of an export, and an end, packed. A file is there as a whole or
 * not at all.
 */
final class RetirementArchive {

    static final String FORMAT = "daybook-archive/1";

    /** What the names of its files begin and end with. */
    static final String NAME = "daybook-retired-";

    static final String ENDING = ".jsonl.gz";

    private static final int BUFFER = 1 << 16;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .rootValueSeparator("\n")
                    .build();

    private final Path folder;

    RetirementArchive(Path folder) {
        this.folder = folder;
    }

    /** Begins a file for one retirement. */
    Draft begin(String origin, UUID retirement, Instant now) throws IOException {
        Files.createDirectories(folder);
        return new Draft(origin, retirement, now);
    }

    /** A file that nobody sees until it is finished; gone when it is closed before that. */
    final class Draft implements AutoCloseable {

        private final UUID retirement;
        private final Instant now;
        private final Path file;
        private final FileChannel channel;
        private final GZIPOutputStream out;
        private final JsonGenerator to;
        private long first;
        private long last;
        private long events;
        private @Nullable JacksonException failure;

        private Draft(String origin, UUID retirement, Instant now) throws IOException {
            this.retirement = retirement;
            this.now = now;
            this.file = Files.createTempFile(folder, NAME, ".draft");
            this.channel = FileChannel.open(file, StandardOpenOption.WRITE);
            this.out = new GZIPOutputStream(Channels.newOutputStream(channel), BUFFER);
            this.to = JSON.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8);
            to.writeStartObject();
            to.writeStringProperty("format", FORMAT);
            to.writeStringProperty("origin", origin);
            to.writeStringProperty("retirementId", retirement.toString());
            to.writeStringProperty("archivedAt", now.toString());
            to.writeEndObject();
        }

        /** Writes an event; what goes wrong is told when the file is finished. */
        void write(LogRow row) {
            if (failure != null) {
                return;
            }
            try {
                RowJson.write(row, to);
                first = events == 0 ? row.position() : first;
                last = row.position();
                events++;
            } catch (JacksonException unwritten) {
                failure = unwritten; // whoever copies rows has to come to the end of them
            }
        }

        /** Brings the file to the disk and gives it its name. */
        Path finish() throws IOException {
            if (failure != null) {
                throw new IOException(failure.getMessage(), failure);
            }
            end();
            out.finish();
            channel.force(true);
            Path named = folder.resolve(name());
            Files.move(file, named, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
            return named;
        }

        private void end() throws IOException {
            try {
                to.writeStartObject();
                to.writeNumberProperty("end", events);
                to.writeEndObject();
                to.writeRaw('\n');
                to.close();
            } catch (JacksonException unwritten) {
                throw new IOException(unwritten.getMessage(), unwritten);
            }
        }

        // the time and the retirement tell a second try from the first
        private String name() {
            return NAME
                    + "%d-%d-%s-%s"
                            .formatted(
                                    first,
                                    last,
                                    TIME.format(now),
                                    retirement.toString().substring(24))
                    + ENDING;
        }

        @Override
        public void close() throws IOException {
            channel.close();
            Files.deleteIfExists(file);
        }
    }
}
