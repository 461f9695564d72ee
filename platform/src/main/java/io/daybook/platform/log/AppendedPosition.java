package io.daybook.platform.log;

/**
 * The position of the last event that the current thread appended, handed from the storage to the
 * command bus.
 */
public final class AppendedPosition {

    private static final ThreadLocal<Long> LAST = new ThreadLocal<>();

    private AppendedPosition() {}

    static void reached(long position) {
        LAST.set(position);
    }

    /** The last position since the previous call, or -1. */
    public static long take() {
        Long last = LAST.get();
        LAST.remove();
        return last == null ? -1 : last;
    }
}
