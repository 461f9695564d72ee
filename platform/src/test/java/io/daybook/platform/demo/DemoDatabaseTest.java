package io.daybook.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.platform.postgres.TestDatabase;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

final class DemoDatabaseTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final TestDatabase SERVER = TestDatabase.create();
    private static final String DIGEST =
            """
            select (select md5(string_agg(o::text, '' order by id)) from orders o),
                   (select md5(string_agg(i::text, '' order by id)) from order_items i),
                   (select md5(string_agg(c::text, '' order by id)) from customers c),
                   (select md5(string_agg(r::text, '' order by id)) from returns r)
            """;

    private static String uri = "";

    @BeforeAll
    static void prepare() {
        uri = demo().prepare("secret", TODAY);
    }

    @Test
    void holdsAFewHundredThousandRows() throws SQLException {
        assertThat(
                        ask(
                                """
                                select (select count(*) from orders) between 60000 and 150000,
                                       (select count(*) from order_items) between 120000 and 400000,
                                       (select count(*) from customers), (select count(*) from products)
                                """))
                .containsExactly("t", "t", "12000", "360");
    }

    @Test
    void coversTwoYearsUpToYesterdayWithoutADayMissing() throws SQLException {
        assertThat(
                        ask(
                                """
                                select min(ordered_at)::date, max(ordered_at)::date,
                                       count(distinct ordered_at::date) = max(ordered_at)::date - min(ordered_at)::date + 1
                                from orders
                                """))
                .containsExactly("2024-11-21", "2026-11-20", "t");
    }

    @Test
    void addsUp() throws SQLException {
        assertThat(
                        ask(
                                """
                                select count(*) from orders join
                                  (select order_id, sum(line_total) as goods from order_items group by order_id) as sums
                                  on order_id = orders.id where total = goods + shipping
                                """))
                .isEqualTo(ask("select count(*) from orders"))
                .isEqualTo(ask("select count(*) from payments"));
        assertThat(
                        ask(
                                "select count(*) from orders join customers on customers.id ="
                                        + " customer_id where joined_on > ordered_at"))
                .containsExactly("0");
    }

    @Test
    void hasALongTailASeasonAWeekAndGrowth() throws SQLException {
        assertThat(
                        ask(
                                """
                                select (select sum(revenue) filter (where rank <= 36) / sum(revenue) > 0.25
                                        from (select sum(line_total) as revenue, rank() over (order by sum(line_total) desc)
                                              from order_items group by product_id) as products),
                                       (select count(*) filter (where extract(month from ordered_at) = 12)
                                             > 1.3 * count(*) filter (where extract(month from ordered_at) = 2) from orders),
                                       (select count(*) filter (where extract(isodow from ordered_at) = 6)
                                             > 1.5 * count(*) filter (where extract(isodow from ordered_at) = 7) from orders),
                                       (select count(*) filter (where ordered_at >= '2025-11-21')
                                             > 1.15 * count(*) filter (where ordered_at < '2025-11-21') from orders),
                                       (select count(*) between 3000 and 30000 from returns)
                                """))
                .containsExactly("t", "t", "t", "t", "t");
    }

    @Test
    void isLeftAloneWhileFreshMadeAnewWhenOldAndTheSameForTheSameDay() throws SQLException {
        String database = "select oid from pg_database where datname = 'demo'";
        List<String> made = ask(database);
        List<String> before = ask(DIGEST);
        uri = demo().prepare("kept", TODAY.plusDays(20));
        assertThat(ask(database)).isEqualTo(made);
        uri = demo().prepare("kept", TODAY.plusDays(60));
        assertThat(ask("select max(ordered_at)::date from orders"))
                .containsExactly(TODAY.plusDays(59).toString());
        try (Connection connection =
                        DriverManager.getConnection(
                                SERVER.jdbcUrl(), SERVER.user(), SERVER.password());
                Statement statement = connection.createStatement()) {
            statement.execute("drop database demo with (force)");
        }
        uri = demo().prepare("another", TODAY);
        assertThat(ask(DIGEST)).hasSize(4).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update products set price = 0",
                "delete from stock",
                "create table mine (n int)",
                "create temporary table mine (n int)",
                "create schema mine",
                "copy products to program 'cat'",
                "select pg_read_file('/etc/passwd')",
                "set role daybook"
            })
    void letsItsReaderWriteNothing(String statement) throws SQLException {
        try (Connection connection = reader();
                Statement act = connection.createStatement()) {
            act.execute("set default_transaction_read_only = off");
            assertThatThrownBy(() -> act.execute(statement))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void keepsItsReaderOutOfTheOtherDatabases() {
        String other = uri.replaceFirst("/demo$", "/" + SERVER.name());
        assertThatThrownBy(() -> connect(other).close())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied for database");
    }

    private static DemoDatabase demo() {
        return new DemoDatabase(
                "%s:%d".formatted(SERVER.host(), SERVER.port()), SERVER.user(), SERVER.password());
    }

    /** Connects as people do who were given the URI. */
    private static Connection reader() throws SQLException {
        return connect(uri);
    }

    private static Connection connect(String of) throws SQLException {
        URI address = URI.create(of);
        String[] login = address.getUserInfo().split(":", 2);
        return DriverManager.getConnection(
                "jdbc:postgresql://%s:%d%s"
                        .formatted(address.getHost(), address.getPort(), address.getPath()),
                login[0],
                login[1]);
    }

    /** All values of the answer, row by row. */
    private static List<String> ask(String question) throws SQLException {
        List<String> answer = new ArrayList<>();
        try (Connection connection = reader();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            while (rows.next()) {
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    answer.add(rows.getString(column));
                }
            }
        }
        return answer;
    }
}
