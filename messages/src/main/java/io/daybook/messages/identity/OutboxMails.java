package io.daybook.messages.identity;

import org.jspecify.annotations.Nullable;

/** Asks for the mails that were sent or kept, newest first; answered by an {@link OutboxPage}. */
public record OutboxMails(int limit, @Nullable String cursor) {}
