package io.daybook.api.audit;

import io.daybook.messages.audit.DeviceCount;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * How the installation is used and how it fares: figures as of now, what happened in each period of
 * the span asked for (an hour, or a day of UTC; every period is there, also those of nothing), how
 * many sessions were alive at the end of each period, of which the total is that of now, how far
 * the read models of the answering node were behind the log in the last hour, and whether each
 * dependency works.
 */
public record OverviewResource(
        Figures figures,
        String period,
        List<Series> series,
        Series sessions,
        List<Lag> lag,
        List<Dependency> health) {

    /** As of now; bytes of the log with its indexes, and of the whole database. */
    public record Figures(
            long people,
            long activeSessions,
            List<DeviceCount> devices,
            long events,
            long logBytes,
            long databaseBytes) {}

    /** How often something happened: in the span, and period by period. */
    public record Series(String measure, long total, List<Point> points) {}

    /** A period by its beginning. */
    public record Point(Instant at, long count) {}

    /** The read model that was furthest behind at a moment, in events. */
    public record Lag(Instant at, long events, @Nullable String projection) {}

    /** Something that Daybook needs: {@code up}, {@code degraded}, {@code down} or {@code off}. */
    public record Dependency(String name, String status, String detail) {}
}
