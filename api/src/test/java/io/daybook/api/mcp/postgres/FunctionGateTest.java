package io.daybook.api.mcp.postgres;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.mcp.ToolFailure;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Objects;

/** The gate on functions alone, tried by a superuser: the plan is judged, nothing else protects. */
class FunctionGateTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final SampleShop SHOP = shop();

    private final PostgresSession session = Doors.unguarded(SHOP.superuser());

    private static SampleShop shop() {
        SampleShop shop = SampleShop.create();
        shop.sql(
                """
                CREATE FUNCTION touch() RETURNS int LANGUAGE plpgsql VOLATILE AS 'BEGIN RETURN 1; END';
                CREATE FUNCTION "strange (name" () RETURNS int LANGUAGE plpgsql VOLATILE AS 'BEGIN RETURN 1; END';
                CREATE FUNCTION calm(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1 + 1';
                CREATE FUNCTION inlined() RETURNS bigint LANGUAGE sql STABLE AS 'SELECT count(*) FROM pg_ls_dir(''.'')';
                CREATE FUNCTION added(int, int) RETURNS int LANGUAGE plpgsql VOLATILE AS 'BEGIN RETURN $1; END';
                CREATE OPERATOR |+| (FUNCTION = added, LEFTARG = int, RIGHTARG = int);
                CREATE AGGREGATE gathered(int) (SFUNC = added, STYPE = int);
                CREATE FUNCTION allowed(text) RETURNS boolean LANGUAGE plpgsql VOLATILE AS 'BEGIN RETURN true; END';
                CREATE DOMAIN watched AS text CHECK (allowed(VALUE));
                CREATE TYPE pair AS (a int, b int);
                CREATE FUNCTION to_pair(text) RETURNS pair LANGUAGE plpgsql VOLATILE AS 'BEGIN RETURN NULL; END';
                CREATE CAST (text AS pair) WITH FUNCTION to_pair(text);
                CREATE VIEW files AS SELECT pg_ls_dir('.') AS name;
                CREATE FUNCTION timeofday(text) RETURNS int LANGUAGE plpgsql VOLATILE AS 'BEGIN RETURN 1; END';
                CREATE SCHEMA other; CREATE FUNCTION other.hidden() RETURNS int LANGUAGE plpgsql VOLATILE AS 'BEGIN RETURN 1; END';
                CREATE EXTENSION IF NOT EXISTS dblink;
                """);
        return shop;
    }

    @AfterEach
    void close() {
        session.close().block(PATIENCE);
    }

    private DangerousNames names() {
        return Objects.requireNonNull(
                session.read(DangerousNames.SELECT).map(DangerousNames::of).block(PATIENCE));
    }

    private void judgePlan(DangerousNames names, String statement) {
        session.read("BEGIN").block(PATIENCE);
        TextTable explained = session.say(ReadOnly.explain(statement)).block(PATIENCE);
        names.check(
                PlanReading.of(Objects.requireNonNull(Objects.requireNonNull(explained).single())));
    }

    private void judge(String statement) {
        DangerousNames names = names();
        names.check(new StatementScanner(statement));
        judgePlan(names, statement);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT pg_read_file('/etc/passwd')",
                "SELECT pg_catalog.pg_read_file('/etc/passwd')",
                "SELECT U&\"pg\\005fread_file\"('/etc/passwd')",
                "SELECT ('/etc/passwd'::text).pg_read_file",
                "SELECT (ARRAY[pg_read_file('/etc/passwd')])[1]",
                "SELECT (ARRAY[1,2])[length(pg_read_file('/etc/passwd'))]",
                "SELECT 'a' || pg_read_file('/etc/passwd')",
                "SELECT pg_read_file('/etc/passwd')::bytea",
                "SELECT CASE WHEN id > 1 THEN pg_read_file('/etc/passwd') END FROM customer",
                "SELECT * FROM pg_ls_dir('.')",
                "SELECT * FROM ROWS FROM (pg_ls_dir('.'), generate_series(1, 2))",
                "SELECT * FROM customer, LATERAL pg_read_file(name)",
                "SELECT * FROM customer WHERE pg_terminate_backend(id)",
                "SELECT * FROM customer ORDER BY pg_read_file(name)",
                "SELECT count(*) FILTER (WHERE pg_cancel_backend(id)) FROM customer",
                "SELECT sum(id) OVER (ORDER BY setseed(id)::text) FROM customer",
                "SELECT max(pg_notify('a', name)::text) FROM customer GROUP BY"
                        + " pg_advisory_lock(id)::text",
                "SELECT 1 FROM customer HAVING count(set_config('a.b', 'c', false)) > 0",
                "SELECT (SELECT pg_reload_conf())",
                "WITH x AS MATERIALIZED (SELECT nextval('counter')) SELECT * FROM x",
                "SELECT query_to_xml('DELETE FROM customer', true, true, '')",
                "SELECT table_to_xml('customer', true, true, '')",
                "SELECT * FROM ts_stat('SELECT 1')",
                "SELECT * FROM dblink('', 'SELECT 1') AS t(a int)",
                "SELECT dblink_exec('', 'DELETE FROM customer')",
                "SELECT touch()",
                "SELECT \"strange (name\"()",
                "SELECT other.hidden()",
                "SELECT inlined()",
                "SELECT timeofday('x')",
                "SELECT gathered(id) FROM customer",
                "SELECT id |+| 1 FROM customer",
                "SELECT id OPERATOR(public.|+|) 1 FROM customer",
                "SELECT name::watched FROM customer",
                "SELECT name::pair FROM customer",
                "SELECT * FROM files",
                "SELECT pg_create_physical_replication_slot('x')",
                "SELECT * FROM customer TABLESAMPLE bernoulli"
                        + " (length(pg_read_file('/etc/passwd')))",
                "SELECT xmlelement(name x, pg_read_file('/etc/passwd'))",
                "SELECT * FROM json_table(pg_read_file('x')::jsonb, '$' COLUMNS (a int PATH"
                        + " '$.a'))",
                "SELECT coalesce(name, pg_read_file('/etc/passwd')) FROM customer",
                "SELECT (row(pg_read_file('/etc/passwd'))).*",
                "SELECT id FROM customer UNION SELECT pg_backend_pid() + pg_nextoid(1, 'a', 2)::int"
            })
    void refusesWhatMayDoMoreThanReadByItsPlan(String statement) {
        DangerousNames names = names();

        assertThatThrownBy(() -> judgePlan(names, statement))
                .isInstanceOf(ToolFailure.class)
                .extracting("reason")
                .isEqualTo("function-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "VALUES (lo_import('/etc/passwd')), (1)",
                "SELECT * FROM (VALUES (pg_stat_file('.')), (NULL)) v",
                "SELECT 1 LIMIT length(pg_read_file('/etc/passwd'))",
                "SELECT 1 OFFSET length(PG_Read_File /* /* nested */ ( */ ('/etc/passwd'))",
                "SELECT 1 LIMIT length(\"pg_read_file\"('/etc/passwd'))",
                "SELECT 1 LIMIT length(pg_catalog . pg_read_file -- here\n ('/etc/passwd'))",
                "SELECT 1 LIMIT length(('/etc/passwd'::text).pg_read_file)",
                "SELECT 1 LIMIT length(U&\"pg\\005fread_file\"('/etc/passwd'))",
                "SELECT 'a''' LIMIT length(pg_read_file('b'))",
                "SELECT E'a\\'' LIMIT length(pg_read_file('b'))",
                "SELECT E'a'\n'b\\'' LIMIT length(pg_read_file('c'))",
                "SELECT $a$ ' $b$ $a$ LIMIT length(pg_read_file('c'))",
                "SELECT 1 AS a$b$ LIMIT length(pg_read_file('c')) -- $b$",
                "SELECT 1 LIMIT (1 |+| 2)",
                "SELECT 1 LIMIT length('x'::watched)",
                "SELECT 1 LIMIT length(watched 'x')",
                "SELECT 1 LIMIT length(CAST('x' AS public.\"watched\"))"
            })
    void refusesWhatAPlanDoesNotShow(String statement) {
        DangerousNames names = names();

        assertThatThrownBy(() -> names.check(new StatementScanner(statement)))
                .isInstanceOf(ToolFailure.class)
                .extracting("reason")
                .isEqualTo("function-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT count(*), avg(amount), date_trunc('month', bought_at) FROM purchase GROUP"
                        + " BY 3",
                "SELECT random(), now(), clock_timestamp(), gen_random_uuid()",
                "SELECT 'pg_read_file(''/etc/passwd'')' AS text",
                "SELECT E'\\\\' || 'pg_read_file(1)' || name FROM customer",
                "SELECT $$ pg_read_file('x') $$ || name FROM customer",
                "SELECT name AS \"pg_sleep\" FROM customer",
                "SELECT pg_sleep(0)",
                "SELECT calm(id) FROM customer",
                "SELECT extra ->> 'n', extra @> '{\"n\": 1}' FROM purchase",
                "SELECT string_agg(name, ', ' ORDER BY id) FROM customer WHERE name ~* 'a.*b'",
                "SELECT row_number() OVER (PARTITION BY customer_id ORDER BY amount DESC) FROM"
                        + " purchase",
                "SELECT pg_total_relation_size('customer')",
                "WITH RECURSIVE t(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM t WHERE n < 5)"
                        + " SELECT * FROM t",
                "SELECT regexp_replace(name, 'x', 'y'), substring(name FROM 1 FOR 2), extract(year"
                        + " FROM day) FROM customer, purchase",
                "TABLE customer"
            })
    void letsReadingThrough(String statement) {
        assertThatCode(() -> judge(statement)).doesNotThrowAnyException();
    }
}
