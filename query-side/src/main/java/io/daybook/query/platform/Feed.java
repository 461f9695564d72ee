package io.daybook.query.platform;

import io.daybook.platform.log.LogToken;

import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How far this node has brought one generation, for those who wait for it. */
final class Feed {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private @Nullable TrackingToken seen;
    private @Nullable String error;
    private volatile boolean shown;

    Feed(boolean shown) {
        this.shown = shown;
    }

    /** Whether readers see this generation, as far as this node knows. */
    boolean isShown() {
        return shown;
    }

    /** Tells that a batch was stored, and whether readers saw this generation when it was. */
    void reached(TrackingToken token, boolean live) {
        lock.lock();
        try {
            error = null;
            shown = live;
            if (live) {
                seen = token;
            }
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Tells that nothing keeps it from reading on any more. */
    void recovered() {
        lock.lock();
        try {
            error = null;
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

    /**
     * Waits until this node has shown readers the event at a position; answers whether that
     * happened in time. Where it did not, another node may still have.
     */
    boolean await(long position, long nanos) throws InterruptedException {
        long left = nanos;
        lock.lock();
        try {
            while (!LogToken.covers(seen, position)) {
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
}
