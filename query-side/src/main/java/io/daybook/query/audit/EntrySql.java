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

    /** How a branch finds what it is to find. */
    private enum Way {
        /** In the order of the page, since there is plenty. */
        IN_ORDER,
        /** Few entries have these conditions in common: sorted when all are found. */
        FEW,
        /** What each of some people did, kind by kind. */
        BY_PEOPLE,
        /** What others did that concerned each of some people. */
        CONCERNING_PEOPLE
    }

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private final AuditFilter filter;
    private final @Nullable UUID reader;

    EntrySql(AuditEntries query, long above, long below) {
        this.filter = query.filter();
        this.reader = query.reader();
        parameters.put("above", above);
        parameters.put("below", below);
        parameters.put("limit", query.limit() + 1);
        restrict("e.actor_id = :actor", "actor", filter.actor());
        if (filter.subject() != null) {
            restrict("e.subject_id = :subject", "subject", filter.subject());
            conditions.add(BY_ANOTHER);
        }
        restrict("e.aggregate_id = :aggregate", "aggregate", filter.aggregate());
        restrict("e.session_id = :session", "session", filter.session());
        restrict("e.address = :address", "address", filter.address());
        restrict("e.correlation_id = :correlation", "correlation", filter.correlation());
        restrict("e.at >= :from", "from", time(filter.from()));
        restrict("e.at < :to", "to", time(filter.to()));
        if (reader != null) {
            parameters.put("reader", reader);
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

    /** Branches for what there may be plenty of. */
    List<String> inOrder(String... further) {
        return branches(Way.IN_ORDER, List.of(), List.of(further));
    }

    /** Branches for what there is little of. */
    List<String> few(String... further) {
        return branches(Way.FEW, List.of(), List.of(further));
    }

    /** Branches for what people did. */
    List<String> byPeople(List<UUID> people, String... further) {
        return branches(
                Way.BY_PEOPLE, each(people), and(List.of(further), "e.actor_id = person.id"));
    }

    /** Branches for what others did that concerned people. */
    List<String> concerningPeople(List<UUID> people, String... further) {
        return branches(Way.CONCERNING_PEOPLE, each(people), and(List.of(further), BY_ANOTHER));
    }

    private List<String> each(List<UUID> people) {
        return List.of("unnest(%s) person(id)".formatted(value(people.toArray(UUID[]::new))));
    }

    /** The page of what branches find. */
    String page(List<String> branches) {
        String found = branches.stream().collect(Collectors.joining(")\nunion\n(", "(", ")"));
        return "with page as (select position from (%s) found order by position desc limit :limit)\n"
                        .formatted(found)
                + entries(
                        "from page join read.audit_entries e on e.position = page.position",
                        "order by e.position desc",
                        reader);
    }

    private List<String> branches(Way way, List<String> people, List<String> further) {
        List<String> narrowed = new ArrayList<>(conditions);
        narrowed.addAll(further);
        if (reader == null) {
            return List.of(branch(way, people, narrowed, filter.actor() != null));
        }
        List<String> byOthers = and(narrowed, BY_ANOTHER);
        boolean along = way == Way.IN_ORDER && !selective();
        return List.of(
                branch(way, people, and(narrowed, "e.actor_id = :reader"), true),
                along
                        ? along("subject_id", ":reader", ofTheKinds(byOthers))
                        : branch(way, people, and(byOthers, "e.subject_id = :reader"), false));
    }

    private String branch(Way way, List<String> people, List<String> narrowed, boolean oneActor) {
        boolean concerning = filter.subject() != null && !selective();
        return switch (way) {
            case FEW -> plain(narrowed);
            case BY_PEOPLE ->
                    concerning
                            ? of(people, along("subject_id", ":subject", ofTheKinds(narrowed)))
                            : kindByKind(people, narrowed);
            case CONCERNING_PEOPLE ->
                    of(people, along("subject_id", "person.id", ofTheKinds(narrowed)));
            case IN_ORDER -> {
                if (concerning) {
                    yield along("subject_id", ":subject", ofTheKinds(narrowed));
                }
                boolean kindByKind = !selective() && (oneActor || !filter.types().isEmpty());
                yield kindByKind ? kindByKind(people, narrowed) : plain(narrowed);
            }
        };
    }

    /** Few entries have these in common: no other index is needed. */
    private boolean selective() {
        return filter.aggregate() != null
                || filter.session() != null
                || filter.correlation() != null
                || filter.address() != null;
    }

    private String plain(List<String> narrowed) {
        // both ends, so that whatever index is read is read between them
        return """
        select e.position from read.audit_entries e where e.position > :above and e.position < :below and %s
        order by e.position desc limit :limit
        """
                .formatted(allOf(ofTheKinds(narrowed)));
    }

    private List<String> ofTheKinds(List<String> narrowed) {
        if (filter.types().isEmpty()) {
            return narrowed;
        }
        parameters.put("types", filter.types().toArray(String[]::new));
        return and(narrowed, "e.type = any(:types)");
    }

    private String kindByKind(List<String> people, List<String> narrowed) {
        parameters.put(
                "kinds",
                filter.types().isEmpty()
                        ? EventTypes.all().keySet().toArray(String[]::new)
                        : filter.types().toArray(String[]::new));
        List<String> each = new ArrayList<>(people);
        each.add("unnest(:kinds) kind(name)");
        return of(each, along("type", "kind.name", narrowed));
    }

    private static String of(List<String> each, String found) {
        return "select found.position from %s cross join lateral (%s) found"
                .formatted(String.join(" cross join ", each), found);
    }

    /**
     * One value of a column, in the order of an index over it and the position. Were it asked for
     * as equal, the order would be that of the positions alone, and where the planner takes the
     * value for frequent and it is not (a kind that did not happen yet), all entries are read.
     */
    private static String along(String column, String value, List<String> narrowed) {
        return """
        select e.position from read.audit_entries e
        where (e.%1$s, e.position) > (%2$s, :above) and (e.%1$s, e.position) < (%2$s, :below) and %3$s
        order by e.%1$s desc, e.position desc limit :limit
        """
                .formatted(column, value, allOf(narrowed));
    }

    private static String allOf(List<String> conditions) {
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    }

    private static List<String> and(List<String> conditions, String further) {
        List<String> all = new ArrayList<>(conditions);
        all.add(further);
        return all;
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
