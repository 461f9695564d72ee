package io.daybook.query.audit;

import static io.daybook.query.platform.Rows.at;
import static io.daybook.query.platform.Rows.get;
import static io.daybook.query.platform.Rows.id;
import static io.daybook.query.platform.Rows.need;
import static io.daybook.query.platform.Rows.text;

import io.daybook.messages.audit.AuditEntries;
import io.daybook.messages.audit.AuditEntry;
import io.daybook.messages.audit.AuditPage;
import io.daybook.messages.audit.LogVerdict;
import io.daybook.messages.audit.LogVerification;
import io.daybook.messages.audit.ProjectionList;
import io.daybook.messages.audit.ProjectionStatuses;
import io.daybook.platform.log.LogChain;
import io.daybook.query.platform.Cursor;
import io.daybook.query.platform.Projections;
import io.daybook.query.platform.Rows;
import io.r2dbc.spi.Readable;

import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Answers what happened, and how the projections stand. */
public final class AuditQueries {

    private final Rows rows;
    private final Projections projections;
    private final LogChain chain;

    public AuditQueries(Rows rows, Projections projections, LogChain chain) {
        this.rows = rows;
        this.projections = projections;
        this.chain = chain;
    }

    @QueryHandler
    LogVerdict answer(LogVerification query) {
        return chain.verify()
                .map(
                        finding ->
                                new LogVerdict(
                                        chain.length(), finding.position(), finding.kind().name()))
                .orElseGet(() -> new LogVerdict(chain.length(), null, null));
    }

    @QueryHandler
    ProjectionList answer(ProjectionStatuses query) {
        return projections.status();
    }

    @QueryHandler
    CompletableFuture<AuditPage> answer(AuditEntries query) {
        Map<String, Object> parameters = new HashMap<>();
        String sql =
                """
                select e.*, coalesce(u.full_name, u.username, u.email) as actor_name
                from read.audit_entries e left join read.users u on u.user_id = e.actor_id
                where %s order by e.position desc limit :limit
                """
                        .formatted(String.join(" and ", conditions(query, parameters)));
        return rows.list(sql, parameters, AuditQueries::entry)
                .thenApply(
                        found ->
                                new AuditPage(
                                        Cursor.page(found, query.limit()),
                                        Cursor.next(found, query.limit(), AuditEntry::position)));
    }

    private static List<String> conditions(AuditEntries query, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>();
        conditions.add("e.position < :before");
        parameters.put("before", Cursor.beforePosition(query.cursor()));
        parameters.put("limit", query.limit() + 1);
        restrict(
                conditions,
                parameters,
                "(e.actor_id = :reader or e.subject_id = :reader)",
                "reader",
                query.reader());
        restrict(conditions, parameters, "e.actor_id = :actor", "actor", query.actor());
        restrict(
                conditions,
                parameters,
                "e.aggregate_id = :aggregate",
                "aggregate",
                query.aggregate());
        restrict(conditions, parameters, "e.type = :type", "type", query.type());
        restrict(
                conditions,
                parameters,
                "e.at >= :from",
                "from",
                query.from() == null ? null : query.from().atOffset(ZoneOffset.UTC));
        restrict(
                conditions,
                parameters,
                "e.at < :to",
                "to",
                query.to() == null ? null : query.to().atOffset(ZoneOffset.UTC));
        restrict(
                conditions,
                parameters,
                """
                (to_tsvector('simple', translate(e.sentence, '“”…', '   ')) @@ websearch_to_tsquery('simple', :text)
                 or e.actor_id in (select user_id from read.users
                    where position(lower(:text) in lower(concat_ws(' ', full_name, username, email))) > 0))
                """,
                "text",
                query.text());
        return conditions;
    }

    private static void restrict(
            List<String> conditions,
            Map<String, Object> parameters,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value);
        }
    }

    private static AuditEntry entry(Readable row) {
        String kind = need(row, "actor_kind", String.class);
        String name = text(row, "actor_name");
        String predicate = text(row, "sentence");
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
                text(row, "address"),
                predicate == null ? null : subject(kind, name) + " " + predicate,
                text(row, "correlation_id"),
                text(row, "causation_id"));
    }

    static String subject(String kind, @Nullable String name) {
        return switch (kind) {
            case "system" -> "Daybook";
            case "user" -> name == null ? "Somebody who was erased" : name;
            default -> "Somebody";
        };
    }
}
