package io.daybook.query.platform;

import static io.daybook.platform.Waiting.until;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.platform.Identifiers;
import io.daybook.platform.Jumps;
import io.daybook.platform.postgres.TestDatabase;
import io.daybook.query.QueryNode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Writers whose transactions take their positions in one order, commit in another, and leave gaps
 * when they are rolled back, while the clocks jump by an hour to and fro.
 */
class NothingIsSkippedTest {

    private static final int WRITERS = 8;
    private static final int TRANSACTIONS = 60;

    @TempDir private Path data;

    @AfterEach
    void clocksBack() {
        Jumps.clocksBack();
    }

    @Test
    void everyEventReachesEveryProjectionOnceAlsoThroughARebuild()
            throws InterruptedException, ExecutionException {
        try (QueryNode node = QueryNode.start(TestDatabase.create(), data);
                ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            UUID asker = Identifiers.next();
            node.asked(asker);
            List<Future<?>> writing = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                Random random = new Random(i);
                writing.add(writers.submit(() -> write(node, asker, random)));
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            node.projections().rebuild("audit");
            node.projections().rebuild("dashboard");
            for (Future<?> one : writing) {
                one.get();
            }
            List<Long> log = positions(node.jdbc(), "select global_index from domain_event");
            until(
                    () ->
                            node.status("audit").generation() == 2
                                    && node.status("dashboard").generation() == 2
                                    && node.rows("audit_entries").size() >= log.size());

            assertThat(gaps(log)).as("rolled back between others").isPositive();
            assertThat(positions(node.jdbc(), "select position from read.audit_entries"))
                    .isEqualTo(log);
            until(() -> questions(node, "read") >= log.size());
            assertThat(questions(node, "read")).isEqualTo(log.size());
            until(() -> questions(node, "p_dashboard_1") >= log.size());
            assertThat(questions(node, "p_dashboard_1")).isEqualTo(log.size());
        }
    }

    private static void write(QueryNode node, UUID asker, Random random) {
        for (int i = 0; i < TRANSACTIONS; i++) {
            boolean givesUp = random.nextInt(5) == 0;
            Jumps.clocksTo(Duration.ofHours(random.nextInt(3) - 1));
            node.inTransaction(
                    transaction -> {
                        for (int event = 0; event <= random.nextInt(3); event++) {
                            node.asked(asker);
                            LockSupport.parkNanos(random.nextInt(8_000_000));
                        }
                        if (givesUp) {
                            transaction.setRollbackOnly();
                        }
                    });
        }
    }

    private static long questions(QueryNode node, String schema) {
        return node.jdbc()
                .sql("select coalesce(sum(questions), 0) from " + schema + ".question_counts")
                .query(Long.class)
                .single();
    }

    private static List<Long> positions(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql + " order by 1").query(Long.class).list();
    }

    private static long gaps(List<Long> log) {
        return log.getLast() - log.getFirst() + 1 - log.size();
    }
}
