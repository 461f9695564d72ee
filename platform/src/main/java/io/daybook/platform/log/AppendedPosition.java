package io.daybook.platform.log;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * The position and the identifier of the last event that the current thread appended, handed from
 * the storage to the command bus.
 */
public final class AppendedPosition {

    private static final ThreadLocal<Appended> LAST = new ThreadLocal<>();

    private AppendedPosition() {}

    static void reached(long position, String eventId) {
        LAST.set(new Appended(position, UUID.fromString(eventId)));
    }

    /** The last event since the previous call of {@link #take}. */
    public static @Nullable UUID event() {
        Appended last = LAST.get();
        return last == null ? null : last.eventId();
    }

    /** The last position since the previous call, or -1. */
    public static long take() {
        Appended last = LAST.get();
        LAST.remove();
        return last == null ? -1 : last.position();
    }

    private record Appended(long position, UUID eventId) {}
}
