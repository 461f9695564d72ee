package io.daybook.query.platform;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Does what takes a read model away from its readers for a moment: behind whoever waits for that,
 * all others queue, so nobody waits for long. A transaction that does not get its locks at once
 * lets go of all it has, and is tried again when the others have come through.
 */
final class ShortLocks {

    private static final Duration LONGEST = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int ATTEMPTS = 3;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    ShortLocks(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Does it in one transaction; empty where somebody was in the way each time. */
    <R> Optional<R> run(Supplier<R> work) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                return Optional.ofNullable(transactions.execute(status -> briefly(work)));
            } catch (RuntimeException e) {
                if (!isInTheWay(e)) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
        return Optional.empty();
    }

    private <R> R briefly(Supplier<R> work) {
        jdbc.sql("set local lock_timeout = " + LONGEST.toMillis()).update();
        return work.get();
    }

    // lock_not_available
    private static boolean isInTheWay(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .anyMatch(
                        cause ->
                                cause instanceof SQLException sql
                                        && "55P03".equals(sql.getSQLState()));
    }
}
