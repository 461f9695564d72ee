package io.daybook.query.audit;

import static io.daybook.query.platform.Rows.at;
import static io.daybook.query.platform.Rows.get;
import static io.daybook.query.platform.Rows.id;
import static io.daybook.query.platform.Rows.need;
import static io.daybook.query.platform.Rows.text;

import io.daybook.messages.audit.AuditEntry;
import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** Reads entries from rows that have the name of who acted and the device beside them. */
final class Entries {

    private Entries() {}

    static AuditEntry entry(Readable row) {
        String kind = need(row, "actor_kind", String.class);
        String name = text(row, "actor_name");
        String predicate = text(row, "sentence");
        String device = text(row, "device");
        return new AuditEntry(
                need(row, "position", Long.class),
                id(row, "event_id"),
                at(row, "at"),
                need(row, "type", String.class),
                need(row, "revision", String.class),
                id(row, "aggregate_id"),
                need(row, "aggregate_type", String.class),
                need(row, "sequence", Long.class),
                kind,
                get(row, "actor_id", UUID.class),
                name,
                get(row, "session_id", UUID.class),
                device == null || device.isEmpty() ? null : device,
                text(row, "address"),
                predicate == null ? null : subject(kind, name) + " " + predicate,
                text(row, "command"),
                get(row, "correlation_id", UUID.class),
                get(row, "causation_id", UUID.class));
    }

    static String subject(String kind, @Nullable String name) {
        return switch (kind) {
            case "system" -> "Daybook";
            case "user" -> name == null ? "Somebody who was erased" : name;
            default -> "Somebody";
        };
    }
}
