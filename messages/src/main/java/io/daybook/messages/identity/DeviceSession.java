package io.daybook.messages.identity;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** One sign-in on one device. */
public record DeviceSession(
        UUID sessionId,
        UUID userId,
        @Nullable String device,
        @Nullable String browser,
        @Nullable String operatingSystem,
        @Nullable String address,
        Instant createdAt,
        Instant lastSeenAt,
        Instant expiresAt,
        @Nullable Instant endedAt,
        @Nullable SessionEnd endReason) {}
