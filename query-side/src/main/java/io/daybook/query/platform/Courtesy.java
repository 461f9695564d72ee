package io.daybook.query.platform;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Lets whoever asks or writes go first: work that nobody waits for, as a rebuild, rests as long as
 * this node is busy with others.
 */
final class Courtesy {

    /** Whoever was noted so recently is likely to be followed by the next. */
    private static final long RECENT = Duration.ofMillis(20).toNanos();

    /** Of a busy processor no more than a tenth is taken by each thread that rests. */
    private static final int REST = 9;

    /** Whoever rests keeps its claim: another node takes over what was not renewed for 10 s. */
    private static final long LONGEST = Duration.ofSeconds(4).toNanos();

    private volatile long noted = System.nanoTime() - RECENT;

    /** Somebody asks something, or has written something. */
    void note() {
        noted = System.nanoTime();
    }

    boolean isBusy() {
        return System.nanoTime() - noted < RECENT;
    }

    /** Rests after some work of which the beginning (ns) is given, if somebody is at work. */
    void rest(long began) throws InterruptedException {
        if (isBusy()) {
            TimeUnit.NANOSECONDS.sleep(Math.min(LONGEST, REST * (System.nanoTime() - began)));
        }
    }
}
