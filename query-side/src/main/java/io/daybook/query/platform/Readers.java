package io.daybook.query.platform;

import io.daybook.platform.log.LogToken;

import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets readers wait for a position. What this node feeds is told in memory; where another node
 * feeds a projection, or has just swapped its generations, the stored token of the generation that
 * is live at that moment is the answer.
 */
final class Readers {

    private static final Duration SLICE = Duration.ofMillis(20);

    private final List<Projection> projections;
    private final Feeders feeders;
    private final StoredTokens tokens;
    private final Map<String, Glance> glances = new ConcurrentHashMap<>();

    Readers(List<Projection> projections, Feeders feeders, StoredTokens tokens) {
        this.projections = projections;
        this.feeders = feeders;
        this.tokens = tokens;
    }

    /**
     * Waits until the projections that answer a query have read the event at a position; false when
     * it takes too long.
     */
    boolean await(Class<?> query, long position, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        for (Projection projection : projections) {
            if (projection.queries().contains(query)
                    && !await(projection.name(), position, deadline)) {
                return false;
            }
        }
        return true;
    }

    private boolean await(String projection, long position, long deadline)
            throws InterruptedException {
        Glance glance = glances.computeIfAbsent(projection, Glance::new);
        while (true) {
            long left = deadline - System.nanoTime();
            if (told(projection, position, Math.max(0, Math.min(left, SLICE.toNanos())))
                    || glance.covers(position)) {
                return true;
            }
            if (left <= 0) {
                return false;
            }
        }
    }

    private boolean told(String projection, long position, long nanos) throws InterruptedException {
        Optional<Feeder> feeder = feeders.live(projection);
        if (feeder.isPresent()) {
            return feeder.get().await(position, nanos);
        }
        LockSupport.parkNanos(nanos);
        return false;
    }

    /**
     * The stored token of the live generation when somebody last looked. It never goes back, so
     * that what it once covered stays covered.
     */
    private final class Glance {

        private final String projection;
        private volatile @Nullable TrackingToken last;

        Glance(String projection) {
            this.projection = projection;
        }

        boolean covers(long position) {
            return LogToken.covers(last, position) || look(position);
        }

        private synchronized boolean look(long position) {
            if (!LogToken.covers(last, position)) {
                last = tokens.ofLive(projection);
            }
            return LogToken.covers(last, position);
        }
    }
}
