package io.daybook.platform.proof;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.function.ToLongFunction;

/**
 * Log, chain, keys and checkpoints as they are at one moment, whatever happens while they are read.
 * As long as it is read the database cannot tidy up what was removed since.
 */
final class LogSnapshot {

    private LogSnapshot() {}

    /** Reads from a snapshot of its own, as long as it takes. */
    static long read(JdbcOperations jdbc, ToLongFunction<JdbcOperations> reading) {
        return Objects.requireNonNull(
                jdbc.execute(
                        (ConnectionCallback<Long>)
                                connection -> {
                                    begin(connection);
                                    try {
                                        return reading.applyAsLong(
                                                new JdbcTemplate(
                                                        new SingleConnectionDataSource(
                                                                connection, true)));
                                    } finally {
                                        connection.rollback();
                                        connection.setAutoCommit(true);
                                    }
                                }));
    }

    // the limits of the pool are for transactions that write
    private static void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
            statement.execute(
                    """
                    select set_config(name, '0', true) from pg_settings
                    where name in ('transaction_timeout', 'idle_in_transaction_session_timeout')
                    """);
        }
    }
}
