package io.daybook.platform.log;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Collection;
import java.util.TreeSet;

/**
 * Positions of the log that a reader has not seen, as stretches: a million positions that a
 * transaction took and gave up are one of them. They never change; what changes nothing answers the
 * same object, so that many tokens share one.
 */
public final class Gaps {

    /** Nothing was left out. */
    public static final Gaps NONE = new Gaps(new long[0]);

    // the first and the last position of each stretch in turns, in ascending order, never touching
    private final long[] ends;

    private Gaps(long[] ends) {
        this.ends = ends;
    }

    /** As they are stored: the first and the last position of each stretch in turns. */
    static Gaps of(long... ends) {
        return ends.length == 0 ? NONE : new Gaps(ends.clone());
    }

    /** Of single positions, in whatever order. */
    static Gaps of(Collection<Long> positions) {
        Gaps gaps = NONE;
        for (long position : new TreeSet<>(positions)) {
            gaps = gaps.and(position, position);
        }
        return gaps;
    }

    long[] ends() {
        return ends.clone();
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return ends.length == 0;
    }

    /** How many stretches there are. */
    int count() {
        return ends.length / 2;
    }

    /** The first position of each stretch. */
    public long[] firsts() {
        return every(0);
    }

    /** The last position of each stretch. */
    public long[] lasts() {
        return every(1);
    }

    /** The highest of them; there has to be one. */
    long last() {
        return ends[ends.length - 1];
    }

    /** Whether a position is one of them. */
    boolean contains(long position) {
        int at = firstReaching(position);
        return at < ends.length && ends[at] <= position;
    }

    /** The highest position up to one that is none of them. */
    long seenUpTo(long position) {
        return contains(position) ? ends[firstReaching(position)] - 1 : position;
    }

    /** With a stretch behind all others. */
    Gaps and(long first, long last) {
        boolean touches = !isEmpty() && last() + 1 == first;
        long[] more = Arrays.copyOf(ends, touches ? ends.length : ends.length + 2);
        if (!touches) {
            more[more.length - 2] = first;
        }
        more[more.length - 1] = last;
        return new Gaps(more);
    }

    /** Without one position. */
    Gaps without(long position) {
        return contains(position) ? minus(new Gaps(new long[] {position, position})) : this;
    }

    /** Those that are not before a position. */
    Gaps from(long position) {
        return isEmpty() || ends[0] >= position
                ? this
                : minus(new Gaps(new long[] {Long.MIN_VALUE, position - 1}));
    }

    /** Those that are not behind a position. */
    public Gaps upTo(long position) {
        return isEmpty() || last() <= position
                ? this
                : minus(new Gaps(new long[] {position + 1, Long.MAX_VALUE}));
    }

    /** Those that are not among others. */
    public Gaps minus(Gaps others) {
        long[] left = new long[ends.length + others.ends.length];
        int size = 0;
        int other = 0;
        for (int at = 0; at < ends.length; at += 2) {
            long from = ends[at];
            long to = ends[at + 1];
            while (other < others.ends.length && others.ends[other + 1] < from) {
                other += 2;
            }
            for (int cut = other; cut < others.ends.length && others.ends[cut] <= to; cut += 2) {
                if (others.ends[cut] > from) {
                    left[size++] = from;
                    left[size++] = others.ends[cut] - 1;
                }
                from = next(others.ends[cut + 1]);
            }
            if (from <= to) {
                left[size++] = from;
                left[size++] = to;
            }
        }
        return size == 0 ? NONE : new Gaps(Arrays.copyOf(left, size));
    }

    /** Those that are among others too. */
    Gaps in(Gaps others) {
        return minus(minus(others));
    }

    /** All of both. */
    Gaps plus(Gaps others) {
        if (others.isEmpty()) {
            return this;
        }
        long from = Math.min(isEmpty() ? Long.MAX_VALUE : ends[0], others.ends[0]);
        long to = Math.max(isEmpty() ? Long.MIN_VALUE : last(), others.last());
        Gaps all = NONE.and(from, to);
        return all.minus(all.minus(this).minus(others));
    }

    private static long next(long position) {
        return position == Long.MAX_VALUE ? position : position + 1;
    }

    // where the first stretch begins that does not end before a position
    private int firstReaching(long position) {
        int low = 0;
        int high = count();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends[2 * middle + 1] < position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return 2 * low;
    }

    private long[] every(int start) {
        long[] found = new long[count()];
        Arrays.setAll(found, at -> ends[2 * at + start]);
        return found;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Gaps gaps && Arrays.equals(ends, gaps.ends));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ends);
    }

    @Override
    public String toString() {
        return Arrays.toString(ends);
    }
}
