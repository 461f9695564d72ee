package io.daybook.command.identity.password;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Where hashing takes place: so many at once, so many waiting, so that a flood of sign-ins can
 * neither take all memory (19 MiB each) nor all processors.
 */
public final class HashingRoom {

    private static final long LONGEST_WAIT_SECONDS = 5;

    private final Semaphore places;
    private final Semaphore queue;

    /** With {@code places} hashes at once and {@code waiting} callers behind them. */
    public HashingRoom(int places, int waiting) {
        this.places = new Semaphore(places, true);
        this.queue = new Semaphore(places + waiting);
    }

    /** One hash per processor, and ten waiting for each. */
    public static HashingRoom forThisMachine() {
        int processors = Runtime.getRuntime().availableProcessors();
        return new HashingRoom(processors, 10 * processors);
    }

    <R> R run(Supplier<R> hash) {
        if (!queue.tryAcquire()) {
            throw new TooManySignIns();
        }
        try {
            if (!places.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new TooManySignIns();
            }
            try {
                return hash.get();
            } finally {
                places.release();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new TooManySignIns();
        } finally {
            queue.release();
        }
    }
}
