package io.daybook.api.audit;

import io.daybook.messages.audit.AuditEntry;
import io.daybook.messages.audit.ExportFormat;

import org.springframework.http.MediaType;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Entries as lines of a file. */
final class EntryLines {

    static final String CSV = "text/csv";
    static final String JSONL = "application/x-ndjson";

    private static final String HEAD =
            Csv.line(
                    List.of(
                            "position",
                            "at",
                            "sentence",
                            "event",
                            "revision",
                            "actor",
                            "actorId",
                            "actorKind",
                            "device",
                            "address",
                            "sessionId",
                            "aggregateType",
                            "aggregateId",
                            "sequence",
                            "command",
                            "eventId",
                            "correlationId",
                            "causationId",
                            "subject",
                            "subjectId"));

    private final JsonMapper json;

    EntryLines(JsonMapper json) {
        this.json = json;
    }

    static MediaType type(ExportFormat format) {
        return switch (format) {
            case CSV -> new MediaType("text", "csv", StandardCharsets.UTF_8);
            case JSONL -> MediaType.APPLICATION_NDJSON;
        };
    }

    static String extension(ExportFormat format) {
        return switch (format) {
            case CSV -> "csv";
            case JSONL -> "jsonl";
        };
    }

    /** What stands before the first entry. */
    byte[] head(ExportFormat format) {
        return switch (format) {
            case CSV -> HEAD.getBytes(StandardCharsets.UTF_8);
            case JSONL -> new byte[0];
        };
    }

    byte[] lines(ExportFormat format, List<AuditEntry> entries) {
        return entries.stream()
                .map(entry -> line(format, entry))
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private String line(ExportFormat format, AuditEntry entry) {
        return switch (format) {
            case CSV -> csv(entry);
            case JSONL -> json.writeValueAsString(entry) + "\n";
        };
    }

    private static String csv(AuditEntry entry) {
        return Csv.line(
                Arrays.asList(
                        entry.position(),
                        entry.at(),
                        entry.sentence(),
                        entry.type(),
                        entry.revision(),
                        entry.actorName(),
                        entry.actorId(),
                        entry.actorKind(),
                        entry.device(),
                        entry.address(),
                        entry.sessionId(),
                        entry.aggregateType(),
                        entry.aggregateId(),
                        entry.sequence(),
                        entry.command(),
                        entry.eventId(),
                        entry.correlationId(),
                        entry.causationId(),
                        entry.subjectName(),
                        entry.subjectId()));
    }
}
