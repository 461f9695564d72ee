package io.daybook.platform.log;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Commits together what is appended at the same time: while one caller writes, the others wait, and
 * the next to write takes along all that came meanwhile. One statement, one round trip and one
 * flush of the write-ahead log then serve many commands (group commit: DeWitt et al.,
 * Implementation Techniques for Main Memory Database Systems, SIGMOD 1984). Nobody returns before
 * their events are durable, and who fails does so alone.
 */
final class GroupCommit<T> {

    /** Writes items in their order, durably and all or none; answers the position of each. */
    @FunctionalInterface
    interface Store<T> {
        List<Long> write(List<T> items) throws SQLException;
    }

    private static final int MOST = 64;

    private final Store<T> store;
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Append<T>> waiting = new ArrayDeque<>();
    private boolean writing;

    GroupCommit(Store<T> store) {
        this.store = store;
    }

    /**
     * Writes items together with those of others; answers the position of the last one. One caller
     * writes at a time: two were measured and slower, and would commit out of order.
     */
    long append(List<T> items) throws SQLException {
        Append<T> mine = new Append<>(items);
        if (isFirst(mine) || mine.isToWrite()) {
            try {
                write(next());
            } finally {
                handOver();
            }
        }
        return mine.position();
    }

    private boolean isFirst(Append<T> append) {
        lock.lock();
        try {
            waiting.add(append);
            boolean first = !writing;
            writing = true;
            return first;
        } finally {
            lock.unlock();
        }
    }

    /** How many wait for their turn to be written. */
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    private List<Append<T>> next() {
        List<Append<T>> group = new ArrayList<>();
        lock.lock();
        try {
            int size = 0;
            for (Append<T> next = waiting.peek();
                    next != null && (group.isEmpty() || size + next.items.size() <= MOST);
                    next = waiting.peek()) {
                size += next.items.size();
                group.add(waiting.remove());
            }
        } finally {
            lock.unlock();
        }
        return group;
    }

    private void handOver() {
        lock.lock();
        try {
            Append<T> heir = waiting.peek();
            writing = heir != null;
            if (heir != null) {
                heir.toWrite.complete(true);
            }
        } finally {
            lock.unlock();
        }
    }

    private void write(List<Append<T>> group) {
        try {
            List<Long> positions =
                    store.write(group.stream().flatMap(append -> append.items.stream()).toList());
            int last = -1;
            for (Append<T> append : group) {
                last += append.items.size();
                append.written(positions.get(last));
            }
        } catch (SQLException failure) {
            if (group.size() > 1 && isOfOneAlone(failure)) {
                group.forEach(append -> write(List.of(append)));
            } else {
                group.forEach(append -> append.failed(failure));
            }
        } catch (RuntimeException | Error failure) {
            group.forEach(append -> append.failed(failure));
            throw failure;
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

    private static final class Append<T> {

        private final List<T> items;

        /** True when this caller is to write, false when another one has written. */
        private final CompletableFuture<Boolean> toWrite = new CompletableFuture<>();

        private final CompletableFuture<Long> position = new CompletableFuture<>();

        Append(List<T> items) {
            this.items = items;
        }

        boolean isToWrite() {
            return toWrite.join();
        }

        void written(long at) {
            position.complete(at);
            toWrite.complete(false);
        }

        void failed(Throwable failure) {
            position.completeExceptionally(failure);
            toWrite.complete(false);
        }

        long position() throws SQLException {
            try {
                return position.join();
            } catch (CompletionException failure) {
                if (failure.getCause() instanceof SQLException refused) {
                    throw refused;
                }
                throw failure;
            }
        }
    }
}
