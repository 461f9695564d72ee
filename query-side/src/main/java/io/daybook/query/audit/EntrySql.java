package io.daybook.query.audit;

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
import java.util.stream.LongStream;

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
                coalesce(
                    nullif(concat_ws(' on ', nullif(s.browser, 'Other'), nullif(s.operating_system, 'Other')), ''),
                    nullif(s.device, 'Other')) as device
            """;
    private static final String PEOPLE_AND_DEVICES =
            """
            left join read.users u on u.user_id = e.actor_id
            left join read.sessions s on s.session_id = e.session_id
            """;
    private static final String SENTENCE =
            "to_tsvector('simple', translate(e.sentence, '“”…', '   '))";

    // exactly as in the declaration of the index
    private static final String FILED =
            "(" + SENTENCE + " || array_to_tsvector(array['#' || (e.position >> 17)::text]))";
    private static final int SHEET = 17;
    private static final String NAMED = "e.actor_id = person.id";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private final AuditFilter filter;

    EntrySql(AuditFilter filter, long above, long below, int limit) {
        this.filter = filter;
        parameters.put("above", above);
        parameters.put("below", below);
        parameters.put("limit", limit);
        restrict("e.actor_id = :actor", "actor", filter.actor());
        restrict("e.aggregate_id = :aggregate", "aggregate", filter.aggregate());
        restrict("e.session_id = :session", "session", filter.session());
        restrict("e.address = :address", "address", filter.address());
        restrict("e.correlation_id = :correlation", "correlation", filter.correlation());
        restrict("e.at >= :from", "from", time(filter.from()));
        restrict("e.at < :to", "to", time(filter.to()));
    }

    /** What is shown of entries, with who acted and on which device: {@code from} names them e. */
    static String entries(String from, String rest) {
        return ENTRY + from + "\n" + PEOPLE_AND_DEVICES + rest;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** Without words. */
    String sql(@Nullable UUID reader) {
        return page(branches(reader, conditions));
    }

    /** Words, among the positions after one, read one by one: finds what is frequent. */
    String sqlNear(@Nullable UUID reader, String words, List<UUID> named, long after) {
        parameters.put("near", after);
        return sql(reader, SENTENCE + " @@ to_tsquery('simple', :words)", words, named, NAMED)
                .replace(":above", "greatest(:above, :near)");
    }

    /** Words, on so many sheets before a position; no less far back by name. */
    String sqlOnSheets(
            @Nullable UUID reader, String words, List<UUID> named, long before, int sheets) {
        long last = (before - 1) >> SHEET;
        parameters.put(
                "sheets",
                LongStream.rangeClosed(last - sheets + 1, last)
                        .mapToObj(sheet -> "'#" + sheet + "'")
                        .collect(Collectors.joining(" | ")));
        if (!named.isEmpty()) {
            parameters.put("lowest", (last - sheets + 1) << SHEET);
        }
        return sql(
                reader,
                FILED + " @@ (to_tsquery('simple', :words) && cast(:sheets as tsquery))",
                words,
                named,
                NAMED + " and e.position >= :lowest");
    }

    /** Whether so many sheets before a position are all that there are. */
    static boolean reachTheFirst(long before, int sheets) {
        return (before - 1) >> SHEET < sheets;
    }

    /** Words, everywhere. */
    String sqlEverywhere(@Nullable UUID reader, String words, List<UUID> named) {
        return sql(reader, FILED + " @@ to_tsquery('simple', :words)", words, named, NAMED);
    }

    private String sql(
            @Nullable UUID reader, String matches, String words, List<UUID> named, String byName) {
        parameters.put("words", words);
        List<String> branches = branches(reader, with(matches));
        if (!named.isEmpty()) {
            parameters.put("named", named.toArray(UUID[]::new));
            branches.addAll(branches(reader, with(byName)));
        }
        return page(branches);
    }

    private List<String> branches(@Nullable UUID reader, List<String> narrowed) {
        List<String> branches = new ArrayList<>();
        if (reader == null) {
            branches.add(branch(narrowed, filter.actor() != null));
            return branches;
        }
        parameters.put("reader", reader);
        branches.add(branch(and(narrowed, "e.actor_id = :reader"), true));
        List<String> byOthers = and(narrowed, "e.subject_id is distinct from e.actor_id");
        branches.add(
                selective(narrowed) || byName(narrowed) || !filter.types().isEmpty()
                        ? branch(and(byOthers, "e.subject_id = :reader"), false)
                        : along("subject_id", ":reader", byOthers));
        return branches;
    }

    private String branch(List<String> narrowed, boolean oneActor) {
        if (byName(narrowed)) {
            return kindByKind(narrowed, "unnest(:named) person(id) cross join ");
        }
        boolean kindByKind = !selective(narrowed) && (oneActor || !filter.types().isEmpty());
        return kindByKind ? kindByKind(narrowed, "") : plain(narrowed);
    }

    private static boolean byName(List<String> narrowed) {
        return narrowed.stream().anyMatch(one -> one.startsWith(NAMED));
    }

    /** Few entries have these in common: no other index is needed. */
    private boolean selective(List<String> narrowed) {
        return filter.aggregate() != null
                || filter.session() != null
                || filter.correlation() != null
                || filter.address() != null
                || narrowed.stream().anyMatch(one -> one.contains(":words"));
    }

    private String plain(List<String> narrowed) {
        List<String> all = narrowed;
        if (!filter.types().isEmpty()) {
            parameters.put("types", filter.types().toArray(String[]::new));
            all = and(narrowed, "e.type = any(:types)");
        }
        // both ends, so that whatever index is read is read between them
        return """
        select e.position from read.audit_entries e where e.position > :above and e.position < :below and %s
        order by e.position desc limit :limit
        """
                .formatted(allOf(all));
    }

    private String kindByKind(List<String> narrowed, String people) {
        parameters.put(
                "kinds",
                filter.types().isEmpty()
                        ? EventTypes.all().keySet().toArray(String[]::new)
                        : filter.types().toArray(String[]::new));
        return "select of_kind.position from %s unnest(:kinds) kind(name) cross join lateral (%s) of_kind"
                .formatted(people, along("type", "kind.name", narrowed));
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

    private String page(List<String> branches) {
        String found = branches.stream().collect(Collectors.joining(")\nunion\n(", "(", ")"));
        return "with page as (select position from (%s) found order by position desc limit :limit)\n"
                        .formatted(found)
                + entries(
                        "from page join read.audit_entries e on e.position = page.position",
                        "order by e.position desc");
    }

    private List<String> with(String condition) {
        return and(conditions, condition);
    }

    private static List<String> and(List<String> conditions, String condition) {
        List<String> all = new ArrayList<>(conditions);
        all.add(condition);
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
