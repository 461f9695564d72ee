package io.daybook.platform.proof;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Keeps the log from losing events while somebody walks along it: whoever retires details waits for
 * all who do. The lock goes with its connection, so nobody holds it after their death.
 */
final class LogHold {

    private static final long LOCK = 0x6461_7962_6f6f_6cL; // beside that of the chain

    private LogHold() {}

    /** What is done meanwhile. */
    interface Walk<R> {

        R walk() throws InterruptedException;
    }

    /** Walks while nothing is retired. */
    static <R> R during(JdbcOperations jdbc, Walk<R> walk) throws InterruptedException {
        Outcome<R> outcome = new Outcome<>();
        jdbc.execute(
                (ConnectionCallback<Object>)
                        connection -> {
                            call(connection, "pg_advisory_lock_shared");
                            try {
                                outcome.result = walk.walk();
                            } catch (InterruptedException e) {
                                outcome.interrupted = e;
                            } finally {
                                call(connection, "pg_advisory_unlock_shared");
                            }
                            return outcome;
                        });
        return outcome.get();
    }

    /** Whether nobody walks, until the end of the transaction. */
    static boolean isFree(JdbcOperations jdbc) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("select pg_try_advisory_xact_lock(?)", Boolean.class, LOCK));
    }

    private static void call(Connection connection, String function) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select %s(%d)".formatted(function, LOCK));
        }
    }

    private static final class Outcome<R> {

        private @Nullable R result;
        private @Nullable InterruptedException interrupted;

        R get() throws InterruptedException {
            if (interrupted != null) {
                throw interrupted;
            }
            if (result == null) {
                throw new IllegalStateException("A walk along the log had no result");
            }
            return result;
        }
    }
}
