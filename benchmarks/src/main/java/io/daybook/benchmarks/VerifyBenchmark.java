package io.daybook.benchmarks;

import com.zaxxer.hikari.HikariDataSource;

import io.daybook.messages.Actor;
import io.daybook.messages.projects.ProjectCreated;
import io.daybook.platform.Identifiers;
import io.daybook.platform.proof.LogChain;
import io.daybook.platform.proof.LogChainKeeper;
import io.daybook.platform.proof.LogExport;
import io.daybook.platform.proof.LogProof;
import io.daybook.platform.proof.LogVerdict;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.springframework.jdbc.core.JdbcTemplate;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Events a second that the hash chain is kept up with and verified at, from the database and from
 * an export.
 */
final class VerifyBenchmark {

    private static final int EVENTS = Integer.getInteger("events", 2_000_000);
    private static final int PROJECTS = 1_000;
    private static final int CHUNK = 250_000;
    private static final int TURNS = 30;

    private final Ground ground;
    private final JdbcTemplate jdbc;
    private final LogProof proof;

    VerifyBenchmark(Ground ground) {
        this.ground = ground;
        this.jdbc = new JdbcTemplate(ground.part(HikariDataSource.class));
        this.proof = ground.part(LogProof.class);
    }

    void run() throws IOException, InterruptedException {
        ground.part(LogChainKeeper.class).stop();
        fill();
        Report.title("Proof of " + EVENTS + " events of " + bytes() + " bytes on average");
        Report.figure("chain, kept up from nothing", chain(), "events/s");
        Report.figure("keeper, cost of 1,000 new events", keeper(), "ms");
        database(1);
        database(2);
        Path export = ground.folder().resolve("log.jsonl");
        Report.figure("export", export(export), "events/s");
        export(1, export);
        export(2, export);
    }

    private void database(int threads) throws InterruptedException {
        double rate = 0;
        for (int round = 0; round < 3; round++) {
            rate = Math.max(rate, rate(proof.verify(List.of(), List.of(), threads, events -> {})));
        }
        Report.figure("verify the database, threads " + threads, rate, "events/s");
    }

    private void export(int threads, Path export) throws IOException, InterruptedException {
        double rate = 0;
        for (int round = 0; round < 2; round++) {
            rate =
                    Math.max(
                            rate,
                            rate(
                                    LogProof.verifyExport(
                                            Files.newInputStream(export),
                                            List.of(),
                                            List.of(),
                                            threads,
                                            events -> {})));
        }
        Report.figure("verify an export, threads " + threads, rate, "events/s");
    }

    private static double rate(LogVerdict verdict) {
        if (verdict.finding() != null) {
            throw new IllegalStateException(verdict.finding().toString());
        }
        return verdict.events() * 1e3 / verdict.millis();
    }

    private double chain() {
        LogChain chain = ground.part(LogChain.class);
        long start = System.nanoTime();
        long chained = 0;
        for (int count = chain.extend(); count > 0; count = chain.extend()) {
            chained += count;
        }
        return chained * 1e9 / (System.nanoTime() - start);
    }

    /** Wall time of one turn, in which this thread and the database's take turns: their sum. */
    private double keeper() {
        LogChain chain = ground.part(LogChain.class);
        long nanos = 0;
        for (int turn = 1; turn <= TURNS; turn++) {
            again(EVENTS + turn, PROJECTS);
            long start = System.nanoTime();
            chain.extend();
            nanos += System.nanoTime() - start;
        }
        return nanos / 1e6 / TURNS;
    }

    private double export(Path file) throws IOException {
        long start = System.nanoTime();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            return LogExport.write(jdbc, out, Instant.now()) * 1e9 / (System.nanoTime() - start);
        }
    }

    private long bytes() {
        Long average =
                jdbc.queryForObject(
                        "select avg(octet_length(payload) + octet_length(meta_data) + 100)::bigint"
                                + " from domain_event",
                        Long.class);
        return average == null ? 0 : average;
    }

    /** Real events of a thousand projects, again and again under the next numbers. */
    private void fill() {
        EventStorageEngine storage = ground.part(EventStorageEngine.class);
        UUID owner = Identifiers.next();
        Map<String, Object> metaData =
                Map.of(
                        Actor.USER,
                        owner.toString(),
                        Actor.SESSION,
                        Identifiers.next().toString(),
                        Actor.ADDRESS,
                        "192.0.2.7",
                        "correlationId",
                        Identifiers.next().toString(),
                        "traceId",
                        Identifiers.next().toString());
        for (int project = 0; project < PROJECTS; project++) {
            UUID id = Identifiers.next();
            storage.appendEvents(
                    new GenericDomainEventMessage<>(
                            "Project",
                            id.toString(),
                            0,
                            new ProjectCreated(id, owner, "Proof " + project, "What it is for"),
                            MetaData.from(metaData),
                            Identifiers.next().toString(),
                            Instant.now()));
        }
        for (int again = PROJECTS; again < EVENTS; again += CHUNK) {
            again(again, Math.min(CHUNK, EVENTS - again));
        }
    }

    /** So many more events, under numbers that were not used yet. */
    private void again(int number, int events) {
        jdbc.execute(
                """
                insert into domain_event (event_id, aggregate_id, sequence_number, type, time_stamp,
                  payload_type, payload_revision, payload, meta_data)
                select gen_random_uuid(), aggregate_id, %d + again, type, now(),
                  payload_type, payload_revision, payload, meta_data
                from generate_series(1, %d) as again, domain_event where sequence_number = 0
                """
                        .formatted(number, events / PROJECTS));
    }
}
