package io.daybook.query.platform;

import org.axonframework.eventhandling.TrackingToken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/**
 * Makes the indexes of a generation that was filled without them, two at a time unless others want
 * the processors, counts what its planner has to know, and forgets along them whoever was erased
 * meanwhile. What is not committed when the process dies is made by the next one.
 */
final class Indexing {

    private static final int TOGETHER = 2;

    private static final long BEGINNING = -1;

    private final JdbcClient jdbc;
    private final GenerationRows rows;
    private final StoredTokens tokens;
    private final LateErasures erasures;
    private final TransactionOperations transactions;
    private final Courtesy courtesy;

    Indexing(
            JdbcClient jdbc,
            GenerationRows rows,
            StoredTokens tokens,
            LateErasures erasures,
            TransactionOperations transactions,
            Courtesy courtesy) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.tokens = tokens;
        this.erasures = erasures;
        this.transactions = transactions;
        this.courtesy = courtesy;
    }

    /** Makes them; the generation's gate is shut, so that no batch begins that is not there yet. */
    void of(Projection projection, Generation next) {
        Queue<String> left =
                new ConcurrentLinkedQueue<>(Declaration.of(projection).indexes(next.schema()));
        List<CompletableFuture<Void>> making =
                Stream.generate(() -> CompletableFuture.runAsync(() -> make(left), threads(next)))
                        .limit(courtesy.isBusy() ? 1 : TOGETHER)
                        .toList();
        CompletableFuture.allOf(making.toArray(CompletableFuture[]::new)).join();
        transactions.executeWithoutResult(
                status -> {
                    takeTime();
                    projection.tables().forEach(table -> analyze(next, table));
                });
        TrackingToken reader = tokens.of(next.processor());
        transactions.executeWithoutResult(
                status -> {
                    takeTime();
                    erasures.after(BEGINNING, reader, projection, next);
                });
        transactions.executeWithoutResult(
                status -> {
                    // What had passed the gate left out whom it should have forgotten. The
                    // next batch waits for the token, and is told that there are indexes.
                    TrackingToken now = tokens.lock(next.processor());
                    erasures.after(LogTokens.complete(reader), now, projection, next);
                    rows.indexed(next);
                });
    }

    private static Executor threads(Generation next) {
        return work -> Thread.ofPlatform().name(next.processor() + "-indexes").daemon().start(work);
    }

    // Each in a transaction of its own: one that goes on without us ends without effect.
    private void make(Queue<String> left) {
        for (String index = left.poll(); index != null; index = left.poll()) {
            String statement = index;
            transactions.executeWithoutResult(
                    status -> {
                        takeTime();
                        jdbc.sql(statement).update();
                    });
        }
    }

    // Nothing of this writes to the log, so it may take longer than other transactions.
    private void takeTime() {
        jdbc.sql(
                        """
                        select set_config(name, case name when 'maintenance_work_mem' then '128MB' else '0' end, true)
                        from pg_settings
                        where name in ('transaction_timeout', 'maintenance_work_mem',
                                       'max_parallel_maintenance_workers')
                        """)
                .query()
                .listOfRows();
    }

    private void analyze(Generation next, Table<?> table) {
        jdbc.sql("analyze " + next.schema() + "." + table.name()).update();
    }
}
