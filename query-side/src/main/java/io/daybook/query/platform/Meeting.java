package io.daybook.query.platform;

import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import java.sql.Connection;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

import javax.sql.DataSource;

/**
 * Brings a rebuilt generation and the live one to a halt at one position, for the moment in which a
 * snapshot of both is taken. Then both go on, and the snapshot is read at leisure.
 */
final class Meeting {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration LONGEST_HALT = Duration.ofMillis(500);
    private static final Duration STEP = Duration.ofMillis(2);

    private final DataSource dataSource;
    private final Serializer serializer;
    private final StoredTokens tokens;
    private final TransactionTemplate halting;
    private final TransactionTemplate looking;

    Meeting(
            DataSource dataSource,
            Serializer serializer,
            StoredTokens tokens,
            PlatformTransactionManager transactions) {
        this.dataSource = dataSource;
        this.serializer = serializer;
        this.tokens = tokens;
        this.halting = new TransactionTemplate(transactions);
        halting.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.looking = new TransactionTemplate(transactions);
        looking.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Looks at a snapshot of both; empty where they did not meet in time. */
    <R> Optional<R> of(Generation live, Generation next, Gate gate, Look<R> look) {
        return Objects.requireNonNull(
                looking.execute(
                        status -> {
                            Connection connection = DataSourceUtils.getConnection(dataSource);
                            try {
                                JdbcClient snapshot =
                                        JdbcClient.create(
                                                new SingleConnectionDataSource(connection, true));
                                return meet(live, next, gate, snapshot)
                                        .map(position -> look.at(position, snapshot));
                            } finally {
                                DataSourceUtils.releaseConnection(connection, dataSource);
                            }
                        }));
    }

    private Optional<Long> meet(Generation live, Generation next, Gate gate, JdbcClient snapshot) {
        long passed = gate.shut();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (System.nanoTime() < deadline) {
                Optional<Long> position =
                        Objects.requireNonNull(
                                halting.execute(
                                        status -> halt(live, next, passed, gate, snapshot)));
                if (position.isPresent()) {
                    return position;
                }
                LockSupport.parkNanos(STEP.toNanos());
            }
            return Optional.empty();
        } finally {
            gate.open();
        }
    }

    private Optional<Long> halt(
            Generation live, Generation next, long passed, Gate gate, JdbcClient snapshot) {
        TrackingToken there = tokens.lock(live.processor());
        long position = LogTokens.positionOf(there);
        if (position < passed) {
            return Optional.empty(); // the live one has to come as far as the other was let through
        }
        gate.openUpTo(position);
        if (!comesTo(position, next) || !tokens.same(there, tokens.of(next.processor()))) {
            return Optional.empty();
        }
        // The first query on its connection takes the snapshot, while both stand still.
        // A retirement that it shows and neither has seen may have taken from the rebuild what the
        // live one still has: that would differ, and be nobody's fault.
        StoredTokens seen = new StoredTokens(snapshot, serializer);
        TrackingToken reached = seen.of(live.processor());
        return seen.same(reached, seen.of(next.processor())) && !seen.isRetirementAhead(reached)
                ? Optional.of(position)
                : Optional.empty();
    }

    private boolean comesTo(long position, Generation next) {
        long deadline = System.nanoTime() + LONGEST_HALT.toNanos();
        while (LogTokens.positionOf(tokens.of(next.processor())) < position) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
        return true;
    }

    /** What is done with a snapshot of two generations at one position. */
    interface Look<R> {

        R at(long position, JdbcClient snapshot);
    }
}
