package io.daybook.query.audit;

import io.daybook.messages.audit.LogFigures;
import io.daybook.messages.audit.LogGrowth;
import io.daybook.platform.proof.DetailRetirement;
import io.daybook.platform.proof.LogSize;

import org.axonframework.queryhandling.QueryHandler;

/** Answers how large the log is, and what was retired from it. */
public final class GrowthQueries {

    private static final int RELATIONS = 12;

    private final LogSize size;
    private final DetailRetirement details;

    public GrowthQueries(LogSize size, DetailRetirement details) {
        this.size = size;
        this.details = details;
    }

    @QueryHandler
    LogFigures answer(LogGrowth query) {
        LogSize.Totals totals = size.totals();
        LogSize.Sample sample = size.sample(totals.events());
        return new LogFigures(
                totals.events(),
                sample.events(),
                sample.kinds(),
                size.relations(RELATIONS),
                totals.retired(),
                totals.retiredBytes(),
                details.days().orElse(null),
                size.retirements(query.retirements()));
    }
}
