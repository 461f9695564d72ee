package io.daybook.api.platform;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One page of a list, and where the next one begins ({@code ?cursor=}); no cursor: this is the
 * last.
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    /** How many items a page has unless the client says so. */
    public static final String DEFAULT_LIMIT = "50";

    /** How many items a page may have. */
    public static final int MAX_LIMIT = 200;

    /** A list that comes in one piece. */
    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, null);
    }
}
