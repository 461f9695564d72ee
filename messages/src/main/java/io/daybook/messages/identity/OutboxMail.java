package io.daybook.messages.identity;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** One mail, caused by one event, whose identifier it bears. */
public record OutboxMail(
        UUID id,
        String recipient,
        String subject,
        String body,
        MailStatus status,
        Instant createdAt,
        @Nullable Instant sentAt,
        int attempts,
        @Nullable String error) {}
