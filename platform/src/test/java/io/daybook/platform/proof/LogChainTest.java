package io.daybook.platform.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.platform.keys.PersonalKeys;
import io.daybook.platform.proof.LogFinding.Kind;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.sql.DataSource;

/** Twelve events in three blocks, and everything that raw SQL can do to them. */
class LogChainTest {

    @TempDir private Path data;
    private TestLog log;

    @BeforeEach
    void writeTwelveEvents() {
        log = new TestLog(data);
        log.writeChained(3, 4);
    }

    @AfterEach
    void stop() {
        log.close();
    }

    @Test
    void findsNothingInALogThatNobodyTouched() {
        LogVerdict verdict = log.verify();

        assertThat(verdict.finding()).isNull();
        assertThat(verdict.events()).isEqualTo(12);
        assertThat(verdict.position()).isEqualTo(12);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "ALTERED; 4; update domain_event set payload = '{}' where global_index in (4,"
                        + " 7)",
                "ALTERED; 5; update domain_event set meta_data = meta_data || ' ' where"
                        + " global_index = 5",
                "ALTERED; 9; update domain_event set time_stamp = time_stamp + interval '1"
                        + " microsecond' where global_index = 9",
                "ALTERED; 3; update domain_event set payload_revision = null where global_index"
                        + " = 3",
                "ALTERED; 12; update domain_event set aggregate_id = gen_random_uuid() where"
                        + " global_index = 12",
                "MISSING; 6; delete from domain_event where global_index in (6, 11)",
                "MISSING; 1; delete from domain_event where global_index <= 4",
                "MISSING; 12; delete from domain_event where global_index = 12",
                "MISSING; 1; delete from domain_event",
                // the entry of the chain was touched, the events were not
                "CHAIN_ALTERED; 6; update log_block set leaves = set_byte(leaves, 40,"
                        + " get_byte(leaves, 40) # 1) where size = 8",
                "CHAIN_ALTERED; 5; update log_block set root = set_byte(root, 0, get_byte(root,"
                        + " 0) # 1) where size = 8",
                "CHAIN_ALTERED; 5; update log_block set last_position = 7, gaps = '{}', leaves ="
                        + " substr(leaves, 1, 96) where size = 8",
                "CHAIN_ALTERED; 13; update log_frontier set nodes = set_byte(nodes, 3,"
                        + " get_byte(nodes, 3) # 1)",
                "CHECKPOINT_NOT_SIGNED; 0; insert into log_checkpoint values (7, 7, now(), 'Dear"
                        + " diary')",
                "CHAIN_MISSING; 5; delete from log_block where size = 8",
                "CHAIN_MISSING; 1; delete from log_block where size = 4",
                "CHAIN_MISSING; 9; delete from log_block where size = 12",
                "CHAIN_MISSING; 13; update log_frontier set size = 13, nodes = nodes ||"
                        + " substr(nodes, 1, 32), last_position = 13",
            })
    void namesTheFirstPlaceThatWasTouched(Kind kind, long position, String tampering) {
        log.sql(tampering);

        assertThat(log.verify().finding())
                .satisfies(
                        finding -> {
                            assertThat(finding.kind()).isEqualTo(kind);
                            assertThat(finding.position()).isEqualTo(position);
                        });
    }

    @Test
    void namesEventsThatWereAlteredTogetherWithTheirEntry() {
        log.sql("update domain_event set payload = '{}' where global_index = 6");
        // what an insider would write who knows the format, but not all that follows
        log.sql(
                """
                update log_block set leaves = overlay(leaves placing (
                  select sha256('\\x00000a'::bytea
                    || int4send(8) || int8send(global_index) || int4send(16) || uuid_send(event_id)
                    || int4send(16) || uuid_send(aggregate_id) || int4send(8) || int8send(sequence_number)
                    || int4send(octet_length(type)) || textsend(type)
                    || int4send(8) || timestamptz_send(time_stamp)
                    || int4send(octet_length(payload_type)) || textsend(payload_type)
                    || int4send(octet_length(payload_revision)) || textsend(payload_revision)
                    || int4send(octet_length(payload)) || textsend(payload)
                    || int4send(octet_length(meta_data)) || textsend(meta_data))
                  from domain_event where global_index = 6) from 33 for 32) where size = 8
                """);

        assertThat(log.verify().finding())
                .satisfies(
                        finding -> {
                            assertThat(finding.kind()).isEqualTo(Kind.CHAIN_ALTERED);
                            assertThat(finding.position()).isEqualTo(5);
                            assertThat(finding.detail()).contains("another root");
                        });
    }

    @Test
    void namesTwoEventsThatChangedPlaces() {
        log.sql("alter table domain_event alter column global_index set generated by default");
        log.sql("update domain_event set global_index = -3 where global_index = 3");
        log.sql("update domain_event set global_index = 3 where global_index = 10");
        log.sql("update domain_event set global_index = 10 where global_index = -3");

        assertThat(log.verify().finding())
                .satisfies(
                        finding -> {
                            assertThat(finding.kind()).isEqualTo(Kind.REORDERED);
                            assertThat(finding.position()).isEqualTo(3);
                            assertThat(finding.detail()).contains("chained at position 10");
                        });
    }

    @Test
    void namesAnEventThatWasMovedFurtherBack() {
        log.sql("alter table domain_event alter column global_index set generated by default");
        log.sql("delete from domain_event where global_index = 9");
        log.sql("update domain_event set global_index = 9 where global_index = 2");

        assertThat(log.verify().finding())
                .satisfies(
                        finding -> {
                            assertThat(finding.kind()).isEqualTo(Kind.REORDERED);
                            assertThat(finding.position()).isEqualTo(2);
                            assertThat(finding.detail()).contains("stands at position 9");
                        });
    }

    @Test
    void namesAnEventThatWasInsertedIntoAGap() {
        log.transactions.executeWithoutResult(
                status -> {
                    log.write(1);
                    status.setRollbackOnly();
                });
        insertAfterRollback(14);
        log.chainAll();
        assertThat(log.verify().finding()).isNull();

        insertAfterRollback(13);

        assertThat(log.verify().finding())
                .satisfies(
                        finding -> {
                            assertThat(finding.kind()).isEqualTo(Kind.INSERTED);
                            assertThat(finding.position()).isEqualTo(13);
                        });
    }

    @Test
    void outlivesTheErasureOfAPerson() {
        log.node.get(PersonalKeys.class).destroy(log.user);

        assertThat(log.verify().finding()).isNull();
    }

    @Test
    void waitsForWhatMayStillFillAGapAndNoLonger() throws SQLException {
        try (Connection slow = log.node.get(DataSource.class).getConnection()) {
            slow.setAutoCommit(false);
            slow.createStatement().execute(insert("default", 100));
            insertAfterRollback(14);
            log.chainAll();
            assertThat(log.chain.length()).isEqualTo(12);

            slow.rollback();
            log.chainAll();
        }
        assertThat(log.chain.length()).isEqualTo(13);
        assertThat(log.verify().finding()).isNull();
    }

    @Test
    void takesInWhatFilledAGapInTime() throws SQLException {
        try (Connection slow = log.node.get(DataSource.class).getConnection()) {
            slow.setAutoCommit(false);
            slow.createStatement().execute(insert("default", 100));
            insertAfterRollback(14);
            log.chainAll();
            slow.commit();
        }
        log.chainAll();

        assertThat(log.chain.length()).isEqualTo(14);
        assertThat(log.verify().finding()).isNull();
    }

    @Test
    void isKeptByTwoNodesAtOnce() throws Exception {
        try (ExecutorService nodes = Executors.newFixedThreadPool(3)) {
            LogChain other = new LogChain(log.jdbc, log.transactions);
            CountDownLatch written = new CountDownLatch(1);
            var first = nodes.submit(() -> keep(log.chain, written));
            var second = nodes.submit(() -> keep(other, written));
            log.write(300);
            written.countDown();
            first.get();
            second.get();
        }
        log.chainAll();

        assertThat(log.chain.length()).isEqualTo(312);
        assertThat(log.verify().finding()).isNull();
    }

    private static void keep(LogChain chain, CountDownLatch written) {
        while (written.getCount() > 0) {
            chain.extend();
        }
    }

    private void insertAfterRollback(long position) {
        log.sql(insert(Long.toString(position), 100 + position));
    }

    /** Another event like the first, at a position of its own. */
    private static String insert(String position, long sequence) {
        return """
        insert into domain_event (%s event_id, aggregate_id, sequence_number, type, time_stamp,
          payload_type, payload_revision, payload, meta_data) %s
        select %s gen_random_uuid(), aggregate_id, %d, type, time_stamp, payload_type, payload_revision,
          payload, meta_data from domain_event where global_index = 1
        """
                .formatted(
                        position.equals("default") ? "" : "global_index,",
                        position.equals("default") ? "" : "overriding system value",
                        position.equals("default") ? "" : position + ",",
                        sequence);
    }
}
