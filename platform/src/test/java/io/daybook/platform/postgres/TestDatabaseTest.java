package io.daybook.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

final class TestDatabaseTest {

    @Test
    void givesEachCallADatabaseOfItsOwnOnTheSameServer() throws SQLException {
        TestDatabase one = TestDatabase.create();
        TestDatabase other = TestDatabase.create();
        assertThat(one.port()).isEqualTo(other.port());
        make(one);
        make(other);
    }

    private static void make(TestDatabase database) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute("create table same_name (n int)");
        }
    }
}
