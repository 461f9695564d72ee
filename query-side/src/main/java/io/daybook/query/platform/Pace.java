package io.daybook.query.platform;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;

/** How fast something moves along the log, over the last ten seconds. */
final class Pace {

    private static final double SECOND = 1e9;
    private static final long WINDOW = (long) (10 * SECOND);

    private final Deque<Sight> sights = new ArrayDeque<>();

    synchronized void seen(long nanos, long position) {
        sights.addLast(new Sight(nanos, position));
        while (nanos - sights.getFirst().nanos() > WINDOW) {
            sights.removeFirst();
        }
    }

    /** Events a second. */
    synchronized double perSecond() {
        if (sights.size() < 2) {
            return 0;
        }
        Sight first = sights.getFirst();
        Sight last = sights.getLast();
        return Math.max(0, last.position() - Math.max(0, first.position()))
                * SECOND
                / Math.max(1, last.nanos() - first.nanos());
    }

    /** Seconds until the head is reached, or null while nothing moves. */
    @Nullable Long secondsTo(long head) {
        double rate = perSecond();
        long position = position();
        return rate <= 0 ? null : Math.round(Math.max(0, head - position) / rate);
    }

    private synchronized long position() {
        return sights.isEmpty() ? -1 : sights.getLast().position();
    }

    private record Sight(long nanos, long position) {}
}
