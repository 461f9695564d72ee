package io.daybook.query.platform;

import io.daybook.messages.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Pages by key instead of by offset: the cursor is the key of the last row that was shown. */
public final class Cursor {

    private static final UUID AFTER_ALL = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    private Cursor() {}

    /** Where a page of identifiers, newest first, begins: before the cursor, or at the very top. */
    public static UUID before(@Nullable String cursor) {
        try {
            return cursor == null ? AFTER_ALL : UUID.fromString(cursor);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    /** The same for positions of the log. */
    public static long beforePosition(@Nullable String cursor) {
        try {
            return cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw invalid();
        }
    }

    private static Refusal invalid() {
        return new Refusal(
                Refusal.Kind.INVALID,
                "invalid-cursor",
                "The cursor is not one that this list has given.");
    }

    /** The cursor of the next page, when one row more than asked for was found. */
    public static <R> @Nullable String next(List<R> found, int limit, Function<R, Object> key) {
        return found.size() > limit ? key.apply(found.get(limit - 1)).toString() : null;
    }

    /** The rows of the page. */
    public static <R> List<R> page(List<R> found, int limit) {
        return found.size() > limit ? found.subList(0, limit) : found;
    }
}
