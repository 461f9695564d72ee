package io.daybook.api.platform;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * The answer to a command together with the position and the identifier of its last event in the
 * log (-1 and none: nothing happened).
 */
public record Written<R extends @Nullable Object>(R answer, long position, @Nullable UUID event) {

    public Written(R answer, long position) {
        this(answer, position, null);
    }
}
