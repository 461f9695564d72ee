package io.daybook.benchmarks;

import com.zaxxer.hikari.HikariDataSource;

import io.daybook.messages.audit.DetailsRetired;
import io.daybook.platform.Identifiers;
import io.daybook.platform.proof.DetailRetirement;
import io.daybook.platform.proof.LogChain;
import io.daybook.platform.proof.LogChainKeeper;
import io.daybook.platform.proof.LogProof;
import io.daybook.platform.proof.LogSize;
import io.daybook.platform.proof.LogVerdict;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What a log of many events takes on disk, and what retiring its details gives and costs. {@code
 * GROWTH_EVENTS} sets their number.
 */
final class GrowthBenchmark {

    private static final int DAYS = 90;

    private final Ground ground;
    private final JdbcTemplate jdbc;
    private final LogSize size;
    private final long events;

    GrowthBenchmark(Ground ground) {
        this.ground = ground;
        this.jdbc = new JdbcTemplate(ground.part(HikariDataSource.class));
        this.size = ground.part(LogSize.class);
        this.events = Long.parseLong(System.getenv().getOrDefault("GROWTH_EVENTS", "10000000"));
    }

    void run() throws InterruptedException {
        ground.part(LogChainKeeper.class).stop();
        Report.title(String.format(Locale.ROOT, "A log of %,d events", events));
        long start = System.nanoTime();
        new GrowthFill(jdbc).fill(events);
        Report.figure("filled", rate(events, start), "events/s");
        start = System.nanoTime();
        chain();
        Report.figure("chained", rate(events, start), "events/s");
        sizes();
        look();
        verify();
        retire();
        GrowthFill.patiently(jdbc, "vacuum analyze domain_event");
        sizes();
        verify();
        start = System.nanoTime();
        GrowthFill.patiently(jdbc, "vacuum full domain_event");
        Report.figure("vacuum full", (System.nanoTime() - start) / 1e9, "s");
        sizes();
    }

    private void chain() {
        LogChain chain = ground.part(LogChain.class);
        int chained = chain.extend();
        while (chained > 0) {
            chained = chain.extend();
        }
    }

    private void verify() throws InterruptedException {
        LogVerdict verdict =
                ground.part(LogProof.class).verify(List.of(), List.of(), 2, events -> {});
        if (verdict.finding() != null) {
            throw new IllegalStateException(verdict.finding().toString());
        }
        System.out.printf(
                Locale.ROOT,
                "  verified %,d events, %,d of them retired, at %,d events/s%n",
                verdict.events(),
                verdict.retired(),
                verdict.events() * 1000 / Math.max(1, verdict.millis()));
    }

    /** What the page of the administrator asks. */
    private void look() {
        List<Double> times = new ArrayList<>();
        for (int round = 0; round < 20; round++) {
            long start = System.nanoTime();
            size.sample(size.totals().events());
            size.relations(12);
            size.retirements(10);
            times.add((System.nanoTime() - start) / 1e6);
        }
        times.sort(Double::compare);
        Report.figure("figures of the page, median", times.get(10), "ms");
        Report.figure("figures of the page, slowest", times.getLast(), "ms");
        for (var kind : size.sample(size.totals().events()).kinds()) {
            System.out.printf(
                    Locale.ROOT,
                    "    %-34s %,12d events %,8d MB%n",
                    kind.name(),
                    kind.events(),
                    kind.bytes() / 1_000_000);
        }
    }

    private void retire() {
        DetailRetirement details = ground.part(DetailRetirement.class);
        TransactionTemplate transactions =
                new TransactionTemplate(ground.part(PlatformTransactionManager.class));
        Instant before = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(DAYS, ChronoUnit.DAYS);
        long start = System.nanoTime();
        long slowest = 0;
        int stretches = 0;
        Optional<DetailRetirement.Stretch> next = details.next(before);
        while (next.isPresent()) {
            DetailRetirement.Stretch stretch = next.get();
            long begun = System.nanoTime();
            transactions.executeWithoutResult(status -> retire(details, stretch));
            slowest = Math.max(slowest, System.nanoTime() - begun);
            stretches++;
            next = details.next(before);
        }
        chain();
        LogSize.Totals totals = size.totals();
        System.out.printf(Locale.ROOT, "  retired %,d events%n", totals.retired());
        Report.figure("retired at", rate(totals.retired(), start), "events/s");
        Report.figure("transactions", stretches, "");
        Report.figure("slowest transaction", slowest / 1e6, "ms");
        Report.figure(
                "what says so, for 1,000 of them",
                Objects.requireNonNull(
                                jdbc.queryForObject(
                                        "select sum(octet_length(payload)) from domain_event where"
                                                + " payload_type = 'audit.DetailsRetired'",
                                        Double.class))
                        * 1e3
                        / totals.retired(),
                "bytes");
    }

    private void retire(DetailRetirement details, DetailRetirement.Stretch stretch) {
        UUID id = Identifiers.next();
        DetailsRetired retired = details.retire(id, stretch).orElseThrow();
        ground.part(EventStorageEngine.class)
                .appendEvents(
                        new GenericDomainEventMessage<>(
                                "DetailRetirement", id.toString(), 0, retired));
    }

    private void sizes() {
        jdbc.query(
                """
                select c.relname, pg_table_size(c.oid) from pg_class c
                where c.relname in ('domain_event', 'log_block') and c.relkind = 'r'
                union all
                select i.indexrelid::regclass::text, pg_relation_size(i.indexrelid) from pg_index i
                where i.indrelid = 'domain_event'::regclass order by 2 desc
                """,
                row -> {
                    System.out.printf(
                            Locale.ROOT,
                            "    %-34s %,10.1f MB%n",
                            row.getString(1),
                            row.getLong(2) / 1e6);
                });
    }

    private static double rate(long events, long start) {
        return events / ((System.nanoTime() - start) / 1e9);
    }
}
