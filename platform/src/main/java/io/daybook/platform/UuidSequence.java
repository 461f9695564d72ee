package io.daybook.platform;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Makes UUIDs of version 7 (RFC 9562) without a lock, each greater than the one before, whatever
 * the clock does: milliseconds and a counter of 12 bits (section 6.2, method 1) are one number that
 * only grows. A counter that runs over borrows from the next millisecond, and one begins in the
 * lower half at random. The other bits are a keyed hash of that number, which never repeats: nobody
 * without the key, drawn when this begins, can tell the next.
 */
final class UuidSequence {

    private static final int COUNTER_BITS = 12;
    private static final long COUNTER = (1L << COUNTER_BITS) - 1;
    private static final long START = COUNTER >>> 1;
    private static final long VERSION = 7L << COUNTER_BITS;
    private static final long VARIANT = 1L << 63;
    private static final long RANDOM = (1L << 62) - 1;

    private final LongSupplier millis;
    private final SipHash hash;
    private final AtomicLong last = new AtomicLong();

    UuidSequence(LongSupplier millis, SipHash hash) {
        this.millis = millis;
        this.hash = hash;
    }

    /** By the clock of the machine, with a key of its own. */
    static UuidSequence start() {
        SecureRandom random = new SecureRandom();
        return new UuidSequence(
                System::currentTimeMillis, new SipHash(random.nextLong(), random.nextLong()));
    }

    /** The least that can be made in a millisecond since 1970. */
    static UUID first(long milli) {
        return new UUID(milli << COUNTER_BITS << 4 | VERSION, VARIANT);
    }

    UUID next() {
        long now = millis.getAsLong() << COUNTER_BITS;
        long first = now | (hash.of(now) & START);
        long number =
                last.accumulateAndGet(first, (before, wanted) -> Math.max(before + 1, wanted));
        return new UUID(
                (number & ~COUNTER) << 4 | VERSION | (number & COUNTER),
                VARIANT | (hash.of(~number) & RANDOM));
    }
}
