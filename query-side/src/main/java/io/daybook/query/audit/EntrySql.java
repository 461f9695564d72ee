package io.daybook.query.audit;

import io.daybook.messages.audit.AuditEntries;
import io.daybook.messages.audit.AuditFilter;
import io.daybook.platform.log.EventTypes;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The statement that finds one page of entries. Whatever the filter, it reads along indexes that
 * are in the order of the page and stops when the page is full: an alternative (done by somebody or
 * to them; one kind of event or another; in the sentence or in the name) becomes a branch of its
 * own, since one index cannot serve both sides in order.
 */
final class EntrySql {

    private static final String ENTRY =
            """
            select e.*, coalesce(u.full_name, u.username, u.email) as actor_name,
                coalesce(w.full_name, w.username, w.email) as subject_name,
                coalesce(
                    nullif(concat_ws(' on ', nullif(s.browser, 'Other'), nullif(s.operating_system, 'Other')), ''),
                    nullif(s.device, 'Other')) as device,
            """;
    private static final String PEOPLE_AND_DEVICES =
            """
            left join read.users u on u.user_id = e.actor_id
            left join read.users w on w.user_id = e.subject_id
            left join read.sessions s on s.session_id = e.session_id
            """;

    /** To their readers entries name others only where the reader administers them. */
    private static final String TOLD =
            """
            (e.subject_id = :reader or exists (
                select 1 from read.users r where r.user_id = :reader and r.role = 'ADMIN'))\
            """;

    private static final String BY_ANOTHER = "e.subject_id is distinct from e.actor_id";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private final AuditFilter filter;
    private final @Nullable UUID reader;
    private final String limit;

    EntrySql(AuditEntries query, long above, long below) {
        this.filter = query.filter();
        this.reader = query.reader();
        parameters.put("above", above);
        parameters.put("below", below);
        this.limit = "limit " + (query.limit() + 1);
        restrict("e.actor_id = :actor", "actor", filter.actor());
        if (filter.subject() != null) {
            restrict("e.subject_id = :subject", "subject", filter.subject());
            conditions.add(BY_ANOTHER);
        }
        restrict("e.aggregate_id = :aggregate", "aggregate", filter.aggregate());
        restrict("e.session_id = :session", "session", filter.session());
        restrict("e.address = :address", "address", filter.address());
        restrict("e.correlation_id = :correlation", "correlation", filter.correlation());
        // so that no index of times is read for what the positions have narrowed already
        restrict("(e.at >= :from) is true", "from", time(filter.from()));
        restrict("(e.at < :to) is true", "to", time(filter.to()));
        if (reader != null) {
            parameters.put("reader", reader);
            if (filter.session() != null || filter.address() != null) {
                // from where others act is not told, so a guess is not confirmed either
                conditions.add("(e.actor_id = :reader or e.actor_id is null)");
            }
        }
    }

    /**
     * What is shown of entries, with who acted, whom it concerned, and on which device: {@code
     * from} names them e.
     */
    static String entries(String from, String rest, @Nullable UUID reader) {
        return ENTRY
                + (reader == null ? "true" : TOLD)
                + " as subject_told\n"
                + from
                + "\n"
                + PEOPLE_AND_DEVICES
                + rest;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** Another value of the statement; answers how it is written there. */
    String value(Object value) {
        String name = "v" + parameters.size();
        parameters.put(name, value);
        return ":" + name;
    }

    /** What else all branches ask for. */
    void restrict(String condition) {
        conditions.add(condition);
    }

    /** Branches for what there may be plenty of: read until the page is full. */
    List<String> inOrder(List<String> further) {
        List<String> narrowed = and(conditions, further);
        if (reader == null) {
            return List.of(inOrder(narrowed, filter.actor() != null));
        }
        List<String> byOthers = and(narrowed, List.of(BY_ANOTHER));
        return List.of(
                inOrder(and(narrowed, List.of("e.actor_id = :reader")), true),
                selective()
                        ? plain(and(byOthers, List.of("e.subject_id = :reader")))
                        : along("subject_id", ":reader", ofTheKinds(byOthers)));
    }

    /**
     * Branches for what there is little of: an index finds all of it, and what it found is sifted
     * from its newest on until the page is full.
     */
    List<String> few(String found, List<String> sifted) {
        List<String> narrowed = and(conditions, List.of(found));
        if (reader == null) {
            return List.of(sift(narrowed, sifted));
        }
        return List.of(
                sift(and(narrowed, List.of("e.actor_id = :reader")), sifted),
                sift(and(narrowed, List.of(BY_ANOTHER, "e.subject_id = :reader")), sifted));
    }

    /** That an entry fulfils some conditions and may be shown on the page. */
    String met(List<String> further) {
        List<String> narrowed = and(ofTheKinds(conditions), further);
        return reader == null
                ? allOf(narrowed)
                : allOf(and(narrowed, List.of("(e.actor_id = :reader or e.subject_id = :reader)")));
    }

    /** The page of what branches find. */
    String page(List<String> branches) {
        String found = branches.stream().collect(Collectors.joining(")\nunion\n(", "(", ")"));
        return "with page as (select position from (%s) found order by position desc %s)\n"
                        .formatted(found, limit)
                + entries(
                        "from page join read.audit_entries e on e.position = page.position",
                        "order by e.position desc",
                        reader);
    }

    private String inOrder(List<String> narrowed, boolean oneActor) {
        if (selective()) {
            return plain(narrowed);
        }
        if (filter.subject() != null) {
            return along("subject_id", ":subject", ofTheKinds(narrowed));
        }
        return oneActor || !filter.types().isEmpty() ? kindByKind(narrowed) : plain(narrowed);
    }

    /** Few entries have these in common: no other index is needed. */
    private boolean selective() {
        return filter.aggregate() != null
                || filter.session() != null
                || filter.correlation() != null
                || filter.address() != null;
    }

    private String plain(List<String> narrowed) {
        return "select e.position " + between(narrowed) + " " + limit;
    }

    // with an offset, since the conditions of the two would become one otherwise
    private String sift(List<String> narrowed, List<String> sifted) {
        return """
        select e.position from (
            select e.position, e.sentence, e.actor_kind, e.actor_id, e.subject_id %s offset 0
        ) e where %s order by e.position desc %s
        """
                .formatted(between(narrowed), allOf(sifted), limit);
    }

    // both ends, so that whatever index is read is read between them
    private String between(List<String> narrowed) {
        return """
        from read.audit_entries e where e.position > :above and e.position < :below and %s
        order by e.position desc\
        """
                .formatted(allOf(ofTheKinds(narrowed)));
    }

    private List<String> ofTheKinds(List<String> narrowed) {
        if (filter.types().isEmpty()) {
            return narrowed;
        }
        parameters.put("types", filter.types().toArray(String[]::new));
        return and(narrowed, List.of("e.type = any(:types)"));
    }

    private String kindByKind(List<String> narrowed) {
        parameters.put(
                "kinds",
                filter.types().isEmpty()
                        ? EventTypes.all().keySet().toArray(String[]::new)
                        : filter.types().toArray(String[]::new));
        return "select found.position from unnest(:kinds) kind(name) cross join lateral (%s) found"
                .formatted(along("type", "kind.name", narrowed));
    }

    /**
     * One value of a column, in the order of an index over it and the position. Were it asked for
     * as equal, the order would be that of the positions alone, and where the planner takes the
     * value for frequent and it is not (a kind that did not happen yet), all entries are read.
     */
    private String along(String column, String value, List<String> narrowed) {
        return """
        select e.position from read.audit_entries e
        where (e.%1$s, e.position) > (%2$s, :above) and (e.%1$s, e.position) < (%2$s, :below) and %3$s
        order by e.%1$s desc, e.position desc %4$s
        """
                .formatted(column, value, allOf(narrowed), limit);
    }

    private static String allOf(List<String> conditions) {
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    }

    private static List<String> and(List<String> conditions, List<String> further) {
        return Stream.concat(conditions.stream(), further.stream()).toList();
    }

    private void restrict(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value);
        }
    }

    private static @Nullable Object time(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
