package io.daybook.query.audit;

import io.daybook.messages.audit.AuditEntry;
import io.daybook.messages.audit.AuditTrail;
import io.daybook.messages.audit.AuditTrailOf;
import io.daybook.messages.audit.ExportedPart;
import io.daybook.query.platform.Rows;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Finds what led to an entry and what came of it. Cause and effect always belong to the same
 * request, so one index serves both (audit_entries: correlation_id, position).
 */
final class EntryTrails {

    private static final int MOST = 100;
    private static final String SEEN = "(e.actor_id = :reader or e.subject_id = :reader)";
    private static final Statement ONE =
            new Statement("from read.audit_entries e", "where %s and e.position = :position");
    private static final Statement CAUSES =
            new Statement(
                    """
                    from (
                        with recursive chain as (
                            select correlation_id, causation_id, position, 0 as depth
                            from read.audit_entries where position = :position
                            union all
                            select c.correlation_id, c.causation_id, c.position, depth + 1
                            from chain join read.audit_entries c
                                on c.correlation_id = chain.correlation_id and c.event_id = chain.causation_id
                            where depth < :limit - 1
                        ) select position, depth from chain where depth > 0
                    ) chain join read.audit_entries e on e.position = chain.position\
                    """,
                    "where %s order by chain.depth");
    private static final Statement OF_THE_SAME_REQUEST =
            new Statement(
                    "from read.audit_entries e",
                    """
                    where %s and e.correlation_id = :correlation and e.position <> :position
                    order by e.position limit :limit
                    """);
    private static final Statement EFFECTS =
            new Statement(
                    "from read.audit_entries e",
                    """
                    where %s and e.correlation_id = :correlation and e.causation_id = :event
                    order by e.position limit :limit
                    """);

    private final Rows rows;
    private final Exports exports;

    EntryTrails(Rows rows, Exports exports) {
        this.rows = rows;
        this.exports = exports;
    }

    CompletableFuture<@Nullable AuditTrail> trail(AuditTrailOf query) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("position", query.position());
        return rows.first(seen(ONE, query, parameters), parameters, Entries.toldTo(query.reader()))
                .thenCompose(
                        entry ->
                                entry == null
                                        ? CompletableFuture.completedFuture(null)
                                        : exports.part(entry, query.reader())
                                                .thenCompose(part -> around(entry, part, query)));
    }

    private CompletableFuture<@Nullable AuditTrail> around(
            AuditEntry entry, @Nullable ExportedPart part, AuditTrailOf query) {
        UUID correlation = entry.correlationId();
        if (correlation == null) {
            return CompletableFuture.completedFuture(
                    new AuditTrail(entry, List.of(), List.of(), false, List.of(), false, part));
        }
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("position", entry.position());
        parameters.put("limit", MOST + 1);
        CompletableFuture<List<AuditEntry>> causes =
                rows.list(
                        seen(CAUSES, query, parameters),
                        parameters,
                        Entries.toldTo(query.reader()));
        Map<String, Object> related = new HashMap<>(parameters);
        related.put("correlation", correlation);
        CompletableFuture<List<AuditEntry>> others =
                rows.list(
                        seen(OF_THE_SAME_REQUEST, query, related),
                        related,
                        Entries.toldTo(query.reader()));
        Map<String, Object> caused = new HashMap<>(related);
        caused.remove("position");
        caused.put("event", entry.eventId());
        CompletableFuture<List<AuditEntry>> effects =
                rows.list(seen(EFFECTS, query, caused), caused, Entries.toldTo(query.reader()));
        return causes.thenCombine(effects, Told::new)
                .thenCombine(
                        others,
                        (told, all) ->
                                new AuditTrail(
                                        entry,
                                        told.causes(),
                                        first(told.effects()),
                                        told.effects().size() > MOST,
                                        first(told.without(all)),
                                        all.size() > MOST,
                                        part));
    }

    private static List<AuditEntry> first(List<AuditEntry> entries) {
        return entries.subList(0, Math.min(MOST, entries.size()));
    }

    private static String seen(
            Statement statement, AuditTrailOf query, Map<String, Object> parameters) {
        UUID reader = query.reader();
        if (reader != null) {
            parameters.put("reader", reader);
        }
        return EntrySql.entries(
                statement.from(),
                statement.rest().formatted(reader == null ? "true" : SEEN),
                reader);
    }

    private record Statement(String from, String rest) {}

    private record Told(List<AuditEntry> causes, List<AuditEntry> effects) {

        List<AuditEntry> without(List<AuditEntry> all) {
            Set<AuditEntry> told = new HashSet<>(causes);
            told.addAll(effects);
            return all.stream().filter(other -> !told.contains(other)).toList();
        }
    }
}
