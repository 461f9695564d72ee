package io.daybook.platform.log;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Commits together what is appended at the same time: what comes while a group is written makes the
 * next one. One statement, one round trip and one flush of the write-ahead log then serve many
 * commands (group commit: DeWitt et al., Implementation Techniques for Main Memory Database
 * Systems, SIGMOD 1984). Nobody returns before their events are durable, and who fails does so
 * alone.
 *
 * <p>Groups are written one after the other, because two at a time were measured and slower, and on
 * a thread of their own: the thread of a caller whose client went away is interrupted, which closes
 * the connection that it is just using. That thread is one of the system's: a virtual one would
 * wait for its turn behind callers who are about to wait for it.
 */
final class GroupCommit<T> {

    /** Writes items in their order, durably and all or none; answers the position of each. */
    @FunctionalInterface
    interface Store<T> {
        List<Long> write(List<T> items) throws SQLException;
    }

    private static final int MOST = 64;

    /** Its thread ends when nothing was written for so long. */
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final Store<T> store;
    private final Queue<Append<T>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean writing = new AtomicBoolean();
    private final Executor writer =
            new ThreadPoolExecutor(
                    0,
                    1,
                    IDLE.toMillis(),
                    TimeUnit.MILLISECONDS,
                    new LinkedBlockingQueue<>(),
                    Thread.ofPlatform().daemon().name("group-commit").factory());

    GroupCommit(Store<T> store) {
        this.store = store;
    }

    /** Writes items together with those of others; answers the position of the last one. */
    long append(List<T> items) throws SQLException {
        Append<T> mine = new Append<>(items, new CompletableFuture<>());
        waiting.add(mine);
        if (writing.compareAndSet(false, true)) {
            writer.execute(this::writeWhatWaits);
        }
        try {
            return mine.position.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof SQLException refused) {
                throw refused;
            }
            throw failure;
        }
    }

    /** How many wait to be written. */
    int waiting() {
        return waiting.size();
    }

    private void writeWhatWaits() {
        do {
            for (List<Append<T>> group = next(); !group.isEmpty(); group = next()) {
                write(group);
            }
            writing.set(false);
        } while (!waiting.isEmpty() && writing.compareAndSet(false, true));
    }

    private List<Append<T>> next() {
        List<Append<T>> group = new ArrayList<>();
        int size = 0;
        for (Append<T> next = waiting.peek();
                next != null && (group.isEmpty() || size + next.items.size() <= MOST);
                next = waiting.peek()) {
            size += next.items.size();
            group.add(next);
            waiting.remove();
        }
        return group;
    }

    private void write(List<Append<T>> group) {
        try {
            List<Long> positions =
                    store.write(group.stream().flatMap(append -> append.items.stream()).toList());
            int last = -1;
            for (Append<T> append : group) {
                last += append.items.size();
                append.position.complete(positions.get(last));
            }
        } catch (SQLException failure) {
            if (group.size() > 1 && isOfOneAlone(failure)) {
                group.forEach(append -> write(List.of(append)));
            } else {
                fail(group, failure);
            }
        } catch (RuntimeException | Error failure) {
            fail(group, failure);
        }
    }

    // Data that the database refuses, a taken place in an aggregate, a deadlock: the transaction
    // left nothing behind, and the others have no part in it. After anything else (a lost
    // connection) the outcome is the same for all.
    private static boolean isOfOneAlone(SQLException failure) {
        String state = failure.getSQLState();
        return state != null
                && (state.startsWith("22") || state.startsWith("23") || state.startsWith("40"));
    }

    private static <T> void fail(List<Append<T>> group, Throwable failure) {
        group.forEach(append -> append.position.completeExceptionally(failure));
    }

    private record Append<T>(List<T> items, CompletableFuture<Long> position) {}
}
