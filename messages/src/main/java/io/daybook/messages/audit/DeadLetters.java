package io.daybook.messages.audit;

import org.jspecify.annotations.Nullable;

/**
 * Asks for parked sequences, the oldest events first; of one processing group or all. Answered by a
 * {@link DeadLetterPage}.
 */
public record DeadLetters(@Nullable String group, int limit, @Nullable String cursor) {}
