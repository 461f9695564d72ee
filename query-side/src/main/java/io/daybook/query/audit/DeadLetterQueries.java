package io.daybook.query.audit;

import static io.daybook.query.platform.Rows.at;
import static io.daybook.query.platform.Rows.atOrNull;
import static io.daybook.query.platform.Rows.get;
import static io.daybook.query.platform.Rows.id;
import static io.daybook.query.platform.Rows.need;
import static io.daybook.query.platform.Rows.text;

import io.daybook.messages.audit.DeadLetter;
import io.daybook.messages.audit.DeadLetterCounts;
import io.daybook.messages.audit.DeadLetterOf;
import io.daybook.messages.audit.DeadLetterPage;
import io.daybook.messages.audit.DeadLetters;
import io.daybook.messages.audit.ParkedEvents;
import io.daybook.query.platform.Cursor;
import io.daybook.query.platform.Rows;
import io.r2dbc.spi.Readable;

import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Answers which events are parked, of projections and of automations alike. */
public final class DeadLetterQueries {

    /** The heads of all parked sequences; their sentences come from the history. */
    private static final String HEADS =
            """
            with letter as (
              select processor as group_name, sequence, position as rank, event_id, type, error, attempts, parked_at, tried_at
              from dead_letter
              union all
              select processing_group, sequence_identifier::uuid, sequence_index, event_identifier::uuid, payload_type,
                     cause_message, coalesce(substring(convert_from(diagnostics, 'UTF8') from '"attempts":\\D*(\\d+)')::int, 1),
                     enqueued_at::timestamptz, last_touched::timestamptz
              from automation_dead_letter),
            head as (
              select distinct on (group_name, sequence) letter.*,
                     count(*) over (partition by group_name, sequence) - 1 as behind
              from letter order by group_name, sequence, rank)
            select head.*, e.position as known_position, e.at as happened_at, e.actor_kind, e.sentence,
                   coalesce(u.full_name, u.username, u.email) as actor_name,
                   coalesce(w.full_name, w.username, w.email) as subject_name
            from head
            left join read.audit_entries e
              on e.aggregate_id = head.sequence and e.event_id = head.event_id
            left join read.users u on u.user_id = e.actor_id
            left join read.users w on w.user_id = e.subject_id
            """;

    private final Rows rows;

    public DeadLetterQueries(Rows rows) {
        this.rows = rows;
    }

    @QueryHandler
    CompletableFuture<DeadLetterPage> answer(DeadLetters query) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("limit", query.limit() + 1);
        parameters.put("after", query.cursor() == null ? "" : query.cursor());
        if (query.group() != null) {
            parameters.put("group", query.group());
        }
        String sql =
                HEADS
                        + " where head.event_id || '/' || head.group_name > :after"
                        + (query.group() == null ? "" : " and head.group_name = :group")
                        + " order by head.event_id || '/' || head.group_name limit :limit";
        return rows.list(sql, parameters, DeadLetterQueries::letter)
                .thenApply(
                        found ->
                                new DeadLetterPage(
                                        Cursor.page(found, query.limit()),
                                        Cursor.next(
                                                found, query.limit(), DeadLetterQueries::cursor)));
    }

    @QueryHandler
    CompletableFuture<@Nullable DeadLetter> answer(DeadLetterOf query) {
        return rows.first(
                HEADS + " where head.group_name = :group and head.sequence = :sequence",
                Map.of("group", query.group(), "sequence", query.sequence()),
                DeadLetterQueries::letter);
    }

    /** Of generations that are read or built: what was mended by a rebuild alarms nobody. */
    @QueryHandler
    CompletableFuture<ParkedEvents> answer(DeadLetterCounts query) {
        return rows.list(
                        """
                        select processor as group_name, count(*) as parked from dead_letter
                        where processor in (select projection || '@' || generation from projection_generation
                                            where state in ('live', 'building'))
                        group by 1
                        union all
                        select processing_group, count(*) from automation_dead_letter group by 1
                        """,
                        Map.of(),
                        row ->
                                Map.entry(
                                        need(row, "group_name", String.class),
                                        need(row, "parked", Long.class)))
                .thenApply(
                        counts ->
                                new ParkedEvents(
                                        counts.stream()
                                                .collect(
                                                        Collectors.toMap(
                                                                Map.Entry::getKey,
                                                                Map.Entry::getValue))));
    }

    private static String cursor(DeadLetter last) {
        return last.eventId() + "/" + last.group();
    }

    private static DeadLetter letter(Readable row) {
        String predicate = text(row, "sentence");
        return new DeadLetter(
                need(row, "group_name", String.class),
                id(row, "sequence"),
                id(row, "event_id"),
                need(row, "type", String.class),
                get(row, "known_position", Long.class),
                atOrNull(row, "happened_at"),
                predicate == null
                        ? null
                        : Entries.sentence(
                                need(row, "actor_kind", String.class),
                                text(row, "actor_name"),
                                predicate,
                                Entries.whom(text(row, "subject_name"))),
                text(row, "error") == null ? "" : need(row, "error", String.class),
                need(row, "attempts", Integer.class),
                at(row, "parked_at"),
                at(row, "tried_at"),
                need(row, "behind", Long.class));
    }
}
