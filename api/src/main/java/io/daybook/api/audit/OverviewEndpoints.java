package io.daybook.api.audit;

import io.daybook.api.audit.OverviewResource.Figures;
import io.daybook.api.audit.OverviewResource.Series;
import io.daybook.api.platform.Needs;
import io.daybook.api.platform.Permission;
import io.daybook.api.platform.Queries;
import io.daybook.messages.audit.DeviceCount;
import io.daybook.messages.audit.SystemFigures;
import io.daybook.messages.audit.SystemOverview;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The whole installation at a glance, for administrators. */
@RestController
public class OverviewEndpoints {

    private static final int BY_HOURS = 2;

    private final Queries queries;
    private final Dependencies dependencies;
    private final LagMemory lag;
    private final Clock clock;

    OverviewEndpoints(Queries queries, Dependencies dependencies, LagMemory lag, Clock clock) {
        this.queries = queries;
        this.dependencies = dependencies;
        this.lag = lag;
        this.clock = clock;
    }

    /**
     * Figures, series over the last {@code days} up to now (up to two of them hour by hour), and
     * the health of every dependency.
     */
    @GetMapping("/api/admin/overview")
    @Needs(Permission.OVERVIEW_READ)
    public Mono<OverviewResource> overview(
            @RequestParam(defaultValue = "30") @Min(1) @Max(366) int days) {
        ChronoUnit period = days <= BY_HOURS ? ChronoUnit.HOURS : ChronoUnit.DAYS;
        Instant last = clock.instant().truncatedTo(period);
        Instant first = last.minus(period == ChronoUnit.HOURS ? days * 24L - 1 : days - 1L, period);
        return queries.ask(new SystemOverview(first), SystemFigures.class)
                .zipWith(
                        dependencies.look(),
                        (figures, health) -> {
                            List<Series> series =
                                    OverviewSeries.of(figures.hours(), first, last, period);
                            Figures now = figures(figures, series);
                            return new OverviewResource(
                                    now,
                                    period == ChronoUnit.HOURS ? "hour" : "day",
                                    series,
                                    OverviewSeries.sessions(
                                            figures.sessionChanges(),
                                            now.activeSessions(),
                                            first,
                                            last,
                                            period),
                                    lag.lags(),
                                    health);
                        });
    }

    private static Figures figures(SystemFigures figures, List<Series> series) {
        return new Figures(
                figures.people(),
                figures.sessions().stream().mapToLong(DeviceCount::sessions).sum(),
                figures.sessions(),
                figures.eventsBefore() + series.getFirst().total(),
                figures.logBytes(),
                figures.databaseBytes());
    }
}
