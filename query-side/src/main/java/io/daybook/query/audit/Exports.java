package io.daybook.query.audit;

import io.daybook.messages.audit.AuditEntry;
import io.daybook.messages.audit.AuditExportBegun;
import io.daybook.messages.audit.ExportEvent;
import io.daybook.messages.audit.ExportedPart;
import io.daybook.platform.log.EventTypes;
import io.daybook.platform.log.LogHistory;
import io.daybook.query.platform.Rows;

import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says what an export took out. Its filter may name people, so it is nowhere but in the log, under
 * the key of whoever exported, and is read from there when somebody looks at the entry.
 */
final class Exports {

    private static final Pattern PERSON =
            Pattern.compile(
                    "(?:^|&)(actor|subject)=(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})");
    private static final String NAMES =
            """
            select user_id, coalesce(full_name, username, email) as name from read.users
            where user_id = any(:people)
            """;

    // Anybody can write anybody's identifier into a filter: that must not tell who it is.
    private static final String KNOWN_TO_THE_READER =
            """
            and (user_id = :reader or role = 'ADMIN' or exists (
               select 1 from read.users r where r.user_id = :reader and r.role = 'ADMIN'))
            """;

    private final Rows rows;
    private final LogHistory log;

    Exports(Rows rows, LogHistory log) {
        this.rows = rows;
        this.log = log;
    }

    /**
     * What was taken out; null for entries that are not about an export. Without a reader it is
     * told to somebody who may know everybody.
     */
    CompletableFuture<@Nullable ExportedPart> part(AuditEntry entry, @Nullable UUID reader) {
        boolean export =
                EventTypes.classOf(entry.type())
                        .filter(ExportEvent.class::isAssignableFrom)
                        .isPresent();
        // the log is read waiting, which the threads of the rows must not do
        return export
                ? CompletableFuture.supplyAsync(() -> filter(entry), Thread::startVirtualThread)
                        .thenCompose(filter -> named(filter, reader))
                : CompletableFuture.completedFuture(null);
    }

    private CompletableFuture<@Nullable ExportedPart> named(
            @Nullable String filter, @Nullable UUID reader) {
        if (filter == null) {
            return CompletableFuture.completedFuture(null);
        }
        List<UUID> people = new ArrayList<>();
        @Nullable UUID actor = named(filter, "actor", people);
        @Nullable UUID subject = named(filter, "subject", people);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("people", people.toArray(UUID[]::new));
        if (reader != null) {
            parameters.put("reader", reader);
        }
        return rows.list(
                        reader == null ? NAMES : NAMES + KNOWN_TO_THE_READER,
                        parameters,
                        row -> new Name(Rows.id(row, "user_id"), Rows.text(row, "name")))
                .thenApply(names -> new ExportedPart(filter, of(names, actor), of(names, subject)));
    }

    private @Nullable String filter(AuditEntry entry) {
        return log.eventsOf(List.of(entry.aggregateId()), entry.position()).stream()
                .map(EventMessage::getPayload)
                .filter(AuditExportBegun.class::isInstance)
                .map(AuditExportBegun.class::cast)
                .map(AuditExportBegun::filter)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable UUID named(String filter, String as, List<UUID> people) {
        Matcher person = PERSON.matcher(filter);
        while (person.find()) {
            if (person.group(1).equals(as)) {
                UUID found = UUID.fromString(person.group(2));
                people.add(found);
                return found;
            }
        }
        return null;
    }

    private static @Nullable String of(List<Name> names, @Nullable UUID person) {
        return names.stream()
                .filter(name -> name.id().equals(person))
                .map(Name::name)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private record Name(UUID id, @Nullable String name) {}
}
