package io.daybook.query.audit;

import static io.daybook.query.platform.Rows.at;
import static io.daybook.query.platform.Rows.need;

import io.daybook.messages.audit.DeviceCount;
import io.daybook.messages.audit.HourCount;
import io.daybook.messages.audit.Measure;
import io.daybook.messages.audit.SessionChange;
import io.daybook.messages.audit.SystemFigures;
import io.daybook.messages.audit.SystemOverview;
import io.daybook.platform.Identifiers;
import io.daybook.query.platform.Rows;

import org.axonframework.queryhandling.QueryHandler;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** Answers how the installation is used and how it grows. */
public final class OverviewQueries {

    private static final String TOTALS =
            """
            select (select count(*) from read.users) as people,
                (select coalesce(sum(count), 0)::bigint from read.hour_counts
                 where measure in ('EVENTS', 'DETAILS') and hour < :since) as events_before,
                pg_total_relation_size('domain_event') as log_bytes,
                pg_database_size(current_database()) as database_bytes
            """;
    private static final String DEVICES =
            """
            select coalesce(device, 'Other') as device, count(*) as sessions from read.sessions
            where least(ended_at, expires_at) > now() group by 1 order by 2 desc, 1
            """;
    private static final String HOURS =
            "select hour, measure, count from read.hour_counts where hour >= :since order by hour";

    /** An identifier may be older than what it names, by this much where clocks differ. */
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(2);

    // What expires is in no event, but in the read model. Sessions are in the order in which they
    // began, by their identifiers; an index has when they ended.
    private static final String SESSIONS =
            """
            select date_trunc('hour', at, 'UTC') as hour, sum(change)::bigint as change from (
                select created_at as at, 1 as change from read.sessions
                where session_id >= :oldest and created_at >= :since
                union all
                select least(ended_at, expires_at), -1 from read.sessions
                where least(ended_at, expires_at) between :since and now()) as changes
            group by 1
            """;

    private final Rows rows;

    public OverviewQueries(Rows rows) {
        this.rows = rows;
    }

    @QueryHandler
    CompletableFuture<SystemFigures> answer(SystemOverview query) {
        Map<String, Object> since = Map.of("since", query.since().atOffset(ZoneOffset.UTC));
        Map<String, Object> sessions = new HashMap<>(since);
        sessions.put("oldest", Identifiers.atLeastOf(query.since().minus(CLOCKS_DIFFER)));
        return rows.list(
                        DEVICES,
                        Map.of(),
                        row ->
                                new DeviceCount(
                                        need(row, "device", String.class),
                                        need(row, "sessions", Long.class)))
                .thenCombine(
                        rows.list(
                                HOURS,
                                since,
                                row ->
                                        new HourCount(
                                                at(row, "hour"),
                                                Measure.valueOf(need(row, "measure", String.class)),
                                                need(row, "count", Long.class))),
                        Parts::new)
                .thenCombine(
                        rows.list(
                                SESSIONS,
                                sessions,
                                row ->
                                        new SessionChange(
                                                at(row, "hour"), need(row, "change", Long.class))),
                        Parts::with)
                .thenCombine(
                        rows.first(
                                TOTALS,
                                since,
                                row ->
                                        new Totals(
                                                need(row, "people", Long.class),
                                                need(row, "events_before", Long.class),
                                                need(row, "log_bytes", Long.class),
                                                need(row, "database_bytes", Long.class))),
                        (parts, totals) -> parts.with(Objects.requireNonNull(totals)));
    }

    private record Totals(long people, long eventsBefore, long logBytes, long databaseBytes) {}

    private record Parts(
            List<DeviceCount> devices, List<HourCount> hours, List<SessionChange> changes) {

        Parts(List<DeviceCount> devices, List<HourCount> hours) {
            this(devices, hours, List.of());
        }

        Parts with(List<SessionChange> found) {
            return new Parts(devices, hours, found);
        }

        SystemFigures with(Totals totals) {
            return new SystemFigures(
                    totals.people(),
                    devices,
                    totals.eventsBefore(),
                    totals.logBytes(),
                    totals.databaseBytes(),
                    hours,
                    changes);
        }
    }
}
