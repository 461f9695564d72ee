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
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads entries from rows that have the names of people and the device beside them. */
final class Entries {

    private static final String ANOTHER = "somebody else";
    private static final Pattern MARK = Pattern.compile(Sentence.WHOM);

    private Entries() {}

    /**
     * Entries as they are told to a reader of their own history, or to somebody who may know all.
     * The former learns who else did something to them, but not from where.
     */
    static Function<Readable, AuditEntry> toldTo(@Nullable UUID reader) {
        return row -> entry(row, reader);
    }

    private static AuditEntry entry(Readable row, @Nullable UUID reader) {
        UUID actor = get(row, "actor_id", UUID.class);
        boolean anyPlace = reader == null || actor == null || actor.equals(reader);
        String kind = need(row, "actor_kind", String.class);
        String name = text(row, "actor_name");
        String predicate = text(row, "sentence");
        UUID subject = get(row, "subject_id", UUID.class);
        boolean told = need(row, "subject_told", Boolean.class);
        String subjectName = told ? text(row, "subject_name") : null;
        String device = anyPlace ? text(row, "device") : null;
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
                actor,
                name,
                told ? subject : null,
                subjectName,
                anyPlace ? get(row, "session_id", UUID.class) : null,
                device == null || device.isEmpty() ? null : device,
                anyPlace ? text(row, "address") : null,
                predicate == null
                        ? null
                        : sentence(kind, name, predicate, told ? whom(subjectName) : ANOTHER),
                text(row, "command"),
                get(row, "correlation_id", UUID.class),
                get(row, "causation_id", UUID.class));
    }

    /** The whole sentence, with the names that people have now. */
    static String sentence(String kind, @Nullable String name, String predicate, String whom) {
        return who(kind, name)
                + " "
                + MARK.matcher(predicate).replaceFirst(Matcher.quoteReplacement(whom));
    }

    static String whom(@Nullable String name) {
        return name == null ? "somebody who was erased" : name;
    }

    private static String who(String kind, @Nullable String name) {
        return switch (kind) {
            case "system" -> "Daybook";
            case "user" -> name == null ? "Somebody who was erased" : name;
            default -> "Somebody";
        };
    }
}
