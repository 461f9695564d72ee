package io.daybook.api.platform;

import org.jspecify.annotations.Nullable;

/**
 * The answer to a command together with the position of its last event in the log (-1: nothing
 * happened).
 */
public record Written<R extends @Nullable Object>(R answer, long position) {}
