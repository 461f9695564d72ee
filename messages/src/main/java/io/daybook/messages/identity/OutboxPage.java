package io.daybook.messages.identity;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** One page of the outbox. */
public record OutboxPage(List<OutboxMail> items, @Nullable String nextCursor) {}
