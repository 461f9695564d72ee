package io.daybook.platform.proof;

import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/** What was archived on the way out of the log, compared line by line with what was chained. */
public final class ArchivedEvents {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final JsonFactory JSON = new JsonFactory();
    private static final byte[] EVENT =
            ("{\"" + RowJson.FIRST + "\":").getBytes(StandardCharsets.UTF_8);

    private final RetiredHashes retired;
    private final BitSet found = new BitSet();
    private final List<String> faults = new ArrayList<>();
    private final MessageDigest digest = Sha256.digest();
    private final RowJson rows = new RowJson();
    private int files;
    private long others;
    private long line;

    private ArchivedEvents(RetiredHashes retired) {
        this.retired = retired;
    }

    /** Compares all files of a folder with what a walk along the log found. */
    public static ArchiveVerdict compare(Path folder, RetiredHashes retired) throws IOException {
        ArchivedEvents archive = new ArchivedEvents(retired);
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(ArchivedEvents::isOne).sorted().toList()) {
                archive.compare(file);
            }
        }
        return new ArchiveVerdict(
                archive.files,
                retired.count(),
                archive.found.cardinality(),
                archive.others,
                List.copyOf(archive.faults));
    }

    private static boolean isOne(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(RetirementArchive.NAME) && name.endsWith(RetirementArchive.ENDING);
    }

    private void compare(Path file) {
        files++;
        line = 0;
        try (InputStream in = Files.newInputStream(file);
                Lines lines = new Lines(in)) {
            String fault = fault(lines);
            if (!fault.isEmpty()) {
                faults.add(named(file, fault));
            }
        } catch (IOException
                | JacksonException
                | IllegalArgumentException
                | DateTimeException unreadable) {
            line++;
            faults.add(named(file, "this line cannot be read"));
        }
    }

    private String named(Path file, String fault) {
        return "%s, line %d: %s".formatted(file.getFileName(), line, fault);
    }

    /** The first line that is not what it was; empty where there is none. */
    private String fault(Lines lines) throws IOException {
        JsonNode head = MAPPER.readTree(next(lines));
        if (!head.path("format").asString("").equals(RetirementArchive.FORMAT)) {
            return "this is no archive in the format " + RetirementArchive.FORMAT;
        }
        if (!head.path("origin").asString("").equals(retired.origin())) {
            return "this is of another log";
        }
        long events = 0;
        byte[] next = next(lines);
        for (; ExportedLog.begins(next, EVENT); next = next(lines)) {
            LogRow row = rows.read(next, JSON);
            int index = retired.indexOf(row.position());
            if (index < 0) {
                others++;
            } else if (retired.hasAt(index, row.leaf(digest))) {
                found.set(index);
            } else {
                return "the event at position %d is not the one that was chained"
                        .formatted(row.position());
            }
            events++;
        }
        return MAPPER.readTree(next).path("end").asLong(-1) == events
                ? ""
                : "the end is missing, or tells of another number of events";
    }

    private byte[] next(Lines lines) throws IOException {
        byte[] next = lines.next();
        line++;
        return next == null ? new byte[0] : next;
    }
}
