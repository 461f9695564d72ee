package io.daybook.api.connections;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** A list that comes in one piece. */
public record Items<T>(List<T> items, @Nullable String nextCursor) {

    static <T> Items<T> of(List<T> items) {
        return new Items<>(items, null);
    }
}
