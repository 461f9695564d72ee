package io.daybook.api.mcp.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.spi.R2dbcException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Objects;

/**
 * Each layer alone, tried by a superuser without the other layers: what one lets through, another
 * stops.
 */
class ReadOnlyLayersTest {

    private static final SampleShop SHOP = SampleShop.create();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final PostgresSession session = Doors.unguarded(SHOP.superuser());

    @AfterEach
    void close() {
        session.close().block(PATIENCE);
    }

    @Nested
    class TheExtendedProtocol {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "SELECT 1; DELETE FROM customer",
                    "SELECT 1; COMMIT; DELETE FROM customer",
                    "SELECT $$;$$; DROP TABLE purchase",
                    "COMMIT; DELETE FROM customer; BEGIN"
                })
        void takesOneStatementOnly(String statement) {
            assertThatThrownBy(() -> session.say(statement).block(PATIENCE))
                    .hasMessageContaining("cannot insert multiple commands");
        }
    }

    @Nested
    class TheCursor {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "INSERT INTO customer VALUES (99, 'x')",
                    "DELETE FROM customer",
                    "UPDATE customer SET name = ''",
                    "MERGE INTO customer USING (VALUES (1)) v(i) ON id = i WHEN MATCHED THEN"
                            + " DELETE",
                    "TRUNCATE customer",
                    "SET ROLE postgres",
                    "RESET ALL",
                    "SET SESSION AUTHORIZATION DEFAULT",
                    "LOCK TABLE customer",
                    "COPY customer TO PROGRAM 'true'",
                    "COPY (SELECT 1) TO '/tmp/out'",
                    "DO $$BEGIN END$$",
                    "CALL something()",
                    "PREPARE p AS DELETE FROM customer",
                    "EXECUTE p",
                    "LISTEN news",
                    "NOTIFY news",
                    "VACUUM",
                    "COMMIT",
                    "CREATE TABLE t (i int)",
                    "SELECT 1 INTO t",
                    "EXPLAIN ANALYZE DELETE FROM customer",
                    "WITH gone AS (DELETE FROM customer RETURNING id) SELECT * FROM gone",
                    "DECLARE other CURSOR FOR SELECT 1"
                })
        void takesNothingButAQuery(String statement) {
            session.read("BEGIN").block(PATIENCE);

            assertThatThrownBy(() -> session.say(ReadOnly.declare(statement)).block(PATIENCE))
                    .isInstanceOf(R2dbcException.class);
        }
    }

    @Nested
    class TheTransaction {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "INSERT INTO customer VALUES (99, 'x')",
                    "WITH gone AS (DELETE FROM customer RETURNING id) SELECT * FROM gone",
                    "CREATE TABLE t (i int)",
                    "SELECT nextval('counter')",
                    "SELECT lo_create(0)",
                    "SELECT * FROM customer FOR UPDATE",
                    "COPY customer FROM PROGRAM 'true'"
                })
        void refusesToWrite(String statement) {
            session.begin(PATIENCE).block(PATIENCE);

            assertThatThrownBy(() -> session.say(statement).block(PATIENCE))
                    .hasMessageContaining("read-only transaction");
        }

        @Test
        void endsAStatementAtItsTimeLimit() {
            session.begin(Duration.ofMillis(200)).block(PATIENCE);

            assertThatThrownBy(() -> session.say("SELECT pg_sleep(10)").block(PATIENCE))
                    .hasMessageContaining("statement timeout");
        }

        @Test
        void isAlwaysUndone() {
            session.begin(PATIENCE).block(PATIENCE);
            session.say("SELECT set_config('work_mem', '1GB', false)").block(PATIENCE);
            session.clean().block(PATIENCE);

            assertThat(single("SHOW work_mem")).isNotEqualTo("1GB");
            assertThat(single("SHOW transaction_read_only")).isEqualTo("off");
        }
    }

    @Nested
    class Cleaning {

        @Test
        void leavesNoSettingNoLockAndNoPreparedStatement() {
            session.read("SET work_mem = '1GB'; SELECT pg_advisory_lock(7); PREPARE p AS SELECT 1")
                    .block(PATIENCE);
            session.clean().block(PATIENCE);

            assertThat(single("SHOW work_mem")).isNotEqualTo("1GB");
            assertThat(single("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"))
                    .isEqualTo("0");
            assertThat(single("SELECT count(*) FROM pg_prepared_statements")).isEqualTo("0");
        }
    }

    @Nested
    class TheReader {

        @Test
        void cannotWriteEvenWithoutAnyOtherLayer() {
            PostgresSession reader = Doors.unguarded(SHOP.reader());

            assertThatThrownBy(() -> reader.say("DELETE FROM customer").block(PATIENCE))
                    .hasMessageContaining("permission denied");
            reader.close().block(PATIENCE);
        }
    }

    private @Nullable String single(String text) {
        return Objects.requireNonNull(session.read(text).block(PATIENCE)).single();
    }
}
