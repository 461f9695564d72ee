package io.daybook.messages.audit;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** One page of parked sequences. */
public record DeadLetterPage(List<DeadLetter> items, @Nullable String nextCursor) {}
