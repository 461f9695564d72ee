package io.daybook.api.mcp.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.daybook.api.mcp.ConnectionsSettings;
import io.daybook.api.mcp.Connector;
import io.daybook.api.mcp.ToolFailure;
import io.daybook.api.mcp.ToolResult;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import reactor.core.Disposable;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

class PostgresConnectorTest {

    private static final SampleShop SHOP = SampleShop.create();

    private final Connector connector =
            Doors.connections(ConnectionsSettings.defaults()).open(SHOP.reader());

    @AfterEach
    void close() {
        connector.close().block(Duration.ofSeconds(5));
    }

    private ToolResult query(String sql) {
        return call("run_query", Map.of("sql", sql));
    }

    private ToolResult call(String tool, Map<String, Object> arguments) {
        return Objects.requireNonNull(
                connector.call(tool, arguments).block(Duration.ofSeconds(20)));
    }

    @Test
    void answersValuesThatFitJson() {
        ToolResult result =
                query(
                        "SELECT id, amount, bought_at, day, paid, extra, NULL AS nothing,"
                            + " ARRAY[1,2] AS list, 'NaN'::float8 AS odd, amount::float4 AS approx"
                            + " FROM purchase WHERE id = 2;");

        assertThat(result.columns())
                .extracting(ToolResult.Column::type)
                .containsExactly(
                        "number",
                        "number",
                        "timestamp",
                        "date",
                        "boolean",
                        "json",
                        "text",
                        "text",
                        "number",
                        "number");
        assertThat(result.rows())
                .containsExactly(
                        Arrays.asList(
                                2L,
                                new BigDecimal("2.50"),
                                "2025-01-01T14:00:00Z",
                                "2025-01-03",
                                true,
                                Map.of("n", 2),
                                null,
                                "{1,2}",
                                "NaN",
                                2.5));
        assertThat(result.truncated()).isFalse();
    }

    @Test
    void namesTheColumnsOfAnAnswerWithoutRows() {
        assertThat(query("SELECT id, name FROM customer WHERE false -- nobody").columns())
                .containsExactly(
                        new ToolResult.Column("id", "number"),
                        new ToolResult.Column("name", "text"));
    }

    @Test
    void answersMoreRowsThanOneFetchBrings() {
        ToolResult result = query("SELECT n FROM generate_series(1, 9000) n");

        assertThat(result.rows()).hasSize(9000).last().isEqualTo(List.of(9000L));
        assertThat(result.truncated()).isFalse();
    }

    @Test
    void stopsAtTheCapOnRows() {
        ToolResult result = query("SELECT n FROM generate_series(1, 1000000) n");

        assertThat(result.rows()).hasSize(10_000);
        assertThat(result.truncated()).isTrue();
    }

    @Test
    void answersNoMoreRowsThanAsked() {
        ToolResult result =
                call("run_query", Map.of("sql", "SELECT * FROM purchase", "maxRows", 3));

        assertThat(result.rows()).hasSize(3);
        assertThat(result.truncated()).isTrue();
    }

    @Test
    void stopsAtTheCapOnBytes() {
        ToolResult result = query("SELECT repeat('x', 100000) FROM generate_series(1, 1000) n");

        assertThat(result.bytes()).isLessThanOrEqualTo(8 * 1024 * 1024);
        assertThat(result.rows()).hasSizeBetween(80, 84);
        assertThat(result.truncated()).isTrue();
    }

    @Test
    void hangsUpOnAValueThatIsTooLargeToCarryAndGoesOn() {
        assertThatThrownBy(() -> query("SELECT repeat('x', 60000000 + id) FROM customer LIMIT 1"))
                .isInstanceOf(ToolFailure.class)
                .extracting("reason")
                .isEqualTo("too-large");

        assertThat(query("SELECT 1").rows()).containsExactly(List.of(1L));
    }

    @Test
    void listsTablesWithEstimates() {
        assertThat(call("list_tables", Map.of()).rows())
                .contains(Arrays.asList("public", "customer", "table", 50L, "Who buys"))
                .contains(Arrays.asList("public", "purchase", "table", 1000L, null));
    }

    @Test
    void describesATableWithKeysAndReferences() {
        assertThat(call("describe_table", Map.of("table", "public.purchase")).rows())
                .contains(
                        Arrays.asList(
                                "public", "purchase", "id", "bigint", false, true, null, null),
                        Arrays.asList(
                                "public",
                                "purchase",
                                "customer_id",
                                "integer",
                                false,
                                false,
                                "public.customer.id",
                                null));
    }

    @Test
    void findsColumnsByWords() {
        assertThat(call("search_schema", Map.of("query", "bought")).rows())
                .singleElement()
                .satisfies(row -> assertThat(row).contains("bought_at"));
    }

    @Test
    void saysWhatTheDatabaseSaysOfABadStatement() {
        assertThatThrownBy(() -> query("SELECT nothing FROM customer"))
                .isInstanceOf(ToolFailure.class)
                .hasMessageContaining("column \"nothing\" does not exist")
                .extracting("reason")
                .isEqualTo("statement-failed");
    }

    @Test
    void leavesNothingBehindForTheNextCall() {
        query("SELECT 1");
        assertThatThrownBy(() -> query("SELECT 1/0")).isInstanceOf(ToolFailure.class);

        assertThat(query("SELECT count(*) FROM pg_cursors").rows()).containsExactly(List.of(1L));
        assertThat(query("SELECT count(*) FROM pg_prepared_statements").rows())
                .containsExactly(List.of(0L));
    }

    @Test
    void stopsAStatementInTheDatabaseWhenNobodyWaitsForItAnyMore() {
        Disposable waiting =
                connector
                        .call("run_query", Map.of("sql", "SELECT pg_sleep(60) AS long_sleep"))
                        .subscribe();
        await().atMost(Duration.ofSeconds(30)).until(() -> sleeping() == 1);

        waiting.dispose();

        await().atMost(Duration.ofSeconds(30)).until(() -> sleeping() == 0);
    }

    @Test
    void stopsAStatementAtItsTimeLimit() {
        ConnectionsSettings hasty = ShortOfTime.settings(Duration.ofMillis(300));
        Connector impatient = Doors.connections(hasty).open(SHOP.reader());

        assertThatThrownBy(
                        () ->
                                impatient
                                        .call("run_query", Map.of("sql", "SELECT pg_sleep(20)"))
                                        .block(Duration.ofSeconds(15)))
                .isInstanceOf(ToolFailure.class)
                .extracting("reason")
                .isEqualTo("timed-out");
        impatient.close().block(Duration.ofSeconds(5));
    }

    @Test
    void closesItsSessionsAtOnce() {
        query("SELECT 1");
        await().atMost(Duration.ofSeconds(30)).until(() -> sessions() > 0);

        connector.close().block(Duration.ofSeconds(5));

        await().atMost(Duration.ofSeconds(30)).until(() -> sessions() == 0);
    }

    @Test
    void recoversAfterTheDatabaseEndedItsSessions() {
        query("SELECT 1");
        SHOP.sql(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '%s'"
                        .formatted(SHOP.readerRole()));
        await().atMost(Duration.ofSeconds(30)).until(() -> sessions() == 0);

        assertThat(query("SELECT 2").rows()).containsExactly(List.of(2L));
    }

    private static long sleeping() {
        return SHOP.number(
                "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE"
                        + " 'FETCH%' AND usename = '"
                        + SHOP.readerRole()
                        + "'");
    }

    private static long sessions() {
        return SHOP.number(
                "SELECT count(*) FROM pg_stat_activity WHERE usename = '"
                        + SHOP.readerRole()
                        + "'");
    }
}
