package io.daybook.query.identity;

import io.daybook.messages.identity.DeviceSession;
import io.daybook.messages.identity.SessionEnd;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** A row of sessions. */
record SessionRow(
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
        @Nullable String endReason) {

    SessionRow seen(Instant at, Instant until) {
        return with(at, until, endedAt, endReason);
    }

    SessionRow ended(Instant at, String reason) {
        return with(lastSeenAt, expiresAt, at, reason);
    }

    private SessionRow with(
            Instant seen, Instant expiry, @Nullable Instant end, @Nullable String reason) {
        return new SessionRow(
                sessionId,
                userId,
                device,
                browser,
                operatingSystem,
                address,
                createdAt,
                seen,
                expiry,
                end,
                reason);
    }

    /** As a reader knows it. */
    DeviceSession session() {
        return new DeviceSession(
                sessionId,
                userId,
                device,
                browser,
                operatingSystem,
                address,
                createdAt,
                lastSeenAt,
                expiresAt,
                endedAt,
                endReason == null ? null : SessionEnd.valueOf(endReason));
    }

    /** Whether nobody could work with it any more at a moment. */
    boolean overAt(Instant moment) {
        return endedAt != null || !expiresAt.isAfter(moment);
    }
}
