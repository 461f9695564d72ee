package io.daybook.query.platform;

import io.daybook.platform.bus.Fault;
import io.daybook.platform.log.EventTypes;
import io.daybook.platform.log.LogScan;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;

import javax.sql.DataSource;

/**
 * Tries to take in an event of the log that was parked, behind a savepoint in the transaction of
 * the caller: what fails leaves nothing.
 */
final class Retrying {

    private final DataSource dataSource;
    private final LogScan log;

    Retrying(DataSource dataSource, LogScan log) {
        this.dataSource = dataSource;
        this.log = log;
    }

    /** What is tried with the event. */
    interface Attempt {

        void with(Connection connection, Noted event) throws SQLException;
    }

    /** Tries it with the event at a position; answers what went wrong, if anything did. */
    @Nullable String at(long position, Attempt attempt) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            Savepoint before = connection.setSavepoint();
            try {
                attempt.with(connection, new Noted(event(position), position));
                return null;
            } catch (SQLException | RuntimeException e) {
                connection.rollback(before);
                return Fault.words(e);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A dead letter could not be tried again", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    // Read anew: what streams keep in memory was opened with keys that are destroyed by now.
    private TrackedEventMessage<?> event(long position) throws SQLException {
        LogScan.Stretch stretch = log.read(position - 1, position, EventTypes.all().values(), 1);
        return log.open(stretch).stream()
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "The log does not hold this event any more"));
    }
}
