package io.daybook.query.platform;

import io.daybook.platform.log.LogToken;

import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How far one generation has read, for those who wait for it and those who watch it. */
final class Feed {

    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private @Nullable TrackingToken token;
    private Instant updatedAt;
    private @Nullable String error;

    Feed(Clock clock) {
        this.clock = clock;
        this.updatedAt = clock.instant();
    }

    void reached(TrackingToken next) {
        lock.lock();
        try {
            token = next;
            error = null;
            updatedAt = clock.instant();
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What an earlier process has read, unless this one has come further already. */
    void found(TrackingToken stored) {
        lock.lock();
        try {
            if (token == null) {
                token = stored;
                moved.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    void failed(String reason) {
        lock.lock();
        try {
            error = reason;
        } finally {
            lock.unlock();
        }
    }

    /** What kept it from reading on when it last tried. */
    @Nullable String error() {
        lock.lock();
        try {
            return error;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the event at a position was read; answers whether that happened in time. */
    boolean await(long position, long nanos) throws InterruptedException {
        long left = nanos;
        lock.lock();
        try {
            while (!LogToken.covers(token, position)) {
                if (left <= 0) {
                    return false;
                }
                left = moved.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    @Nullable TrackingToken token() {
        lock.lock();
        try {
            return token;
        } finally {
            lock.unlock();
        }
    }

    long position() {
        TrackingToken reached = token();
        return reached == null ? -1 : reached.position().orElse(-1);
    }

    Instant updatedAt() {
        lock.lock();
        try {
            return updatedAt;
        } finally {
            lock.unlock();
        }
    }
}
