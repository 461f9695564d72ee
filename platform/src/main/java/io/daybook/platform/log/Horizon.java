package io.daybook.platform.log;

import org.springframework.jdbc.core.JdbcOperations;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Up to where nothing can appear in the log any more. It is asked for readers who have met a gap;
 * otherwise once a second at most, so that what was removed from an old log is never taken for
 * gaps.
 */
final class Horizon {

    private static final long PAUSE = Duration.ofMillis(20).toNanos();
    private static final long OLD = Duration.ofSeconds(1).toNanos();

    private final JdbcOperations jdbc;
    private final OpenGaps gaps;
    private final Lock looking = new ReentrantLock();
    private volatile long looked = System.nanoTime() - PAUSE;
    private volatile long settled;

    Horizon(JdbcOperations jdbc) {
        this.jdbc = jdbc;
        this.gaps = new OpenGaps(jdbc);
    }

    /** The position before which every gap is final for what a reader reads from now on. */
    long settledFor(LogToken reader) {
        if (matters(reader) && looking.tryLock()) {
            try {
                look();
            } finally {
                looking.unlock();
            }
        }
        return settled;
    }

    private boolean matters(LogToken reader) {
        long known = settled;
        return known == 0
                || (!reader.gaps().isEmpty() && reader.gaps().last() >= known)
                || (reader.index() >= known && System.nanoTime() - looked > OLD);
    }

    private void look() {
        if (System.nanoTime() - looked < PAUSE) {
            return;
        }
        Long head =
                jdbc.queryForObject(
                        "select coalesce(max(global_index), 0) from domain_event", Long.class);
        settled = Math.max(settled, gaps.finalBefore(Objects.requireNonNull(head)));
        looked = System.nanoTime();
    }
}
