package io.daybook.query.audit;

import io.daybook.messages.audit.PastEvent;
import io.daybook.platform.log.LogToken;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Tells events as the history does, with the names that people have now. */
public final class Telling {

    private final JdbcClient jdbc;

    public Telling(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The events as sentences. */
    public List<PastEvent> tell(List<TrackedEventMessage<?>> events) {
        List<AuditRow> entries = events.stream().map(Telling::entry).toList();
        Map<UUID, String> names =
                namesOf(
                        entries.stream()
                                .flatMap(entry -> Stream.of(entry.actorId(), entry.subjectId()))
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList());
        return entries.stream().map(entry -> told(entry, names)).toList();
    }

    /** What people are called; whoever was erased is not among them. */
    public Map<UUID, String> namesOf(Collection<UUID> people) {
        Map<UUID, String> names = new HashMap<>();
        if (!people.isEmpty()) {
            jdbc.sql(
                            "select user_id, coalesce(full_name, username, email) from read.users"
                                    + " where user_id = any(?)")
                    .param(people.toArray(UUID[]::new))
                    .query(
                            row -> {
                                String name = row.getString(2);
                                if (name != null) {
                                    names.put(row.getObject(1, UUID.class), name);
                                }
                            });
        }
        return names;
    }

    private static AuditRow entry(TrackedEventMessage<?> event) {
        return AuditProjection.row((DomainEventMessage<?>) event, LogToken.positionOf(event));
    }

    private static PastEvent told(AuditRow entry, Map<UUID, String> names) {
        UUID actor = entry.actorId();
        String name = actor == null ? null : names.get(actor);
        UUID subject = entry.subjectId();
        String whom = Entries.whom(subject == null ? null : names.get(subject));
        return new PastEvent(
                entry.position(),
                entry.at(),
                entry.type(),
                Entries.sentence(entry.actorKind(), name, entry.sentence(), whom),
                entry.actorKind(),
                actor,
                name);
    }
}
