package io.daybook.messages.identity;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * How many mails are kept (no mail server), wait to be sent, failed for good; and since when the
 * oldest of those waiting waits.
 */
public record OutboxStanding(
        long kept, long waiting, long failed, @Nullable Instant oldestWaiting) {}
