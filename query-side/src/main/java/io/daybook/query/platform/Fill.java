package io.daybook.query.platform;

import io.daybook.platform.log.LogScan;
import io.daybook.platform.log.LogToken;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.sql.DataSource;

/**
 * Brings a generation that is built from scratch to where the log ended when it began: what is
 * settled is read by statements of its own, opened and folded on other threads than it is written
 * by, and written in batches, each in the transaction that stores how far it has read. Batches of
 * thousands would outlive young collections, whose pauses everybody feels. From there on the
 * generation is fed by a stream like any other.
 */
final class Fill {

    private static final int EVENTS = 1_000;

    /** While people work: each piece of work is so short that nobody waits for it. */
    private static final int FEW_EVENTS = 100;

    private static final int AHEAD = 2;
    private static final int SEGMENT = 0;

    /** Longer than any transaction that writes to the log may last. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Fold fold;
    private final String processor;
    private final Feed feed;
    private final Feeder.Supplies supplies;

    Fill(Fold fold, String processor, Feed feed, Feeder.Supplies supplies) {
        this.fold = fold;
        this.processor = processor;
        this.feed = feed;
        this.supplies = supplies;
    }

    /** Fills it as far as it can; an interrupt ends it between two batches. */
    void run() throws InterruptedException {
        supplies.turns().acquire();
        try {
            fill();
        } finally {
            supplies.turns().release();
        }
    }

    private void fill() throws InterruptedException {
        TrackingToken token = claim();
        long head = supplies.history().head();
        // A stream reads what may yet appear below the head, and what once did below the token.
        if (!LogTokens.gaps(token).isEmpty() || !supplies.history().settle(PATIENCE)) {
            return;
        }
        fill(LogTokens.positionOf(token), head);
    }

    // As a processor does; it is lost to another node when it is not renewed by a batch in time.
    private @Nullable TrackingToken claim() {
        return transactions()
                .fetchInTransaction(
                        () -> {
                            TokenStore tokens = supplies.tokens();
                            if (tokens.fetchSegments(processor).length == 0) {
                                tokens.initializeTokenSegments(
                                        processor, 1, supplies.log().createTailToken());
                            }
                            return tokens.fetchToken(processor, SEGMENT);
                        });
    }

    private void fill(long from, long head) throws InterruptedException {
        BlockingQueue<Future<Opened>> ahead = new ArrayBlockingQueue<>(AHEAD);
        try (ExecutorService threads =
                Executors.newFixedThreadPool(
                        3, Thread.ofPlatform().name(processor + "-fill-", 0).daemon().factory())) {
            try {
                var unused = threads.submit(() -> read(from, head, threads, ahead));
                for (long reached = from; reached < head; ) {
                    Opened next = ahead.take().get();
                    long began = System.nanoTime();
                    write(next);
                    supplies.courtesy().rest(began);
                    reached = next.reached();
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException("The log could not be read", e.getCause());
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private long read(
            long from, long head, ExecutorService threads, BlockingQueue<Future<Opened>> ahead)
            throws InterruptedException {
        long after = from;
        try {
            while (after < head) {
                long began = System.nanoTime();
                int limit = supplies.courtesy().isBusy() ? FEW_EVENTS : EVENTS;
                LogScan.Stretch stretch = supplies.scan().read(after, head, fold.types(), limit);
                // so that it is opened when what came before has been written, not beside it
                supplies.courtesy().rest(began);
                ahead.put(threads.submit(() -> open(stretch)));
                after = stretch.reached();
            }
        } catch (SQLException | RuntimeException e) {
            ahead.put(CompletableFuture.failedFuture(e));
        }
        return after;
    }

    private Opened open(LogScan.Stretch stretch) {
        return new Opened(
                fold.prepare(
                        supplies.scan().open(stretch).stream()
                                .map(event -> new Noted(event, LogToken.positionOf(event)))
                                .toList()),
                stretch.reached());
    }

    private void write(Opened next) {
        TrackingToken token = LogToken.at(next.reached());
        boolean live =
                Objects.requireNonNull(
                        transactions()
                                .fetchInTransaction(
                                        () -> {
                                            // First, as a processor does: its row is the lock.
                                            supplies.tokens().storeToken(token, processor, SEGMENT);
                                            return write(next.changes());
                                        }));
        feed.reached(token, live);
    }

    private boolean write(Fold.Prepared changes) {
        DataSource dataSource = supplies.dataSource();
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            return fold.write(connection, changes);
        } catch (SQLException e) {
            throw new IllegalStateException("A batch could not be written", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private TransactionManager transactions() {
        return supplies.transactions();
    }

    private record Opened(Fold.Prepared changes, long reached) {}
}
