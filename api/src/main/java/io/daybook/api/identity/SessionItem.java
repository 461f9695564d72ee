package io.daybook.api.identity;

import io.daybook.api.platform.Caller;
import io.daybook.messages.identity.DeviceSession;
import io.daybook.messages.identity.SessionEnd;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** A session as clients see it; {@code current} marks the one that asks. */
public record SessionItem(
        UUID id,
        UUID userId,
        @Nullable String device,
        @Nullable String browser,
        @Nullable String os,
        @Nullable String address,
        Instant createdAt,
        Instant lastSeenAt,
        Instant expiresAt,
        boolean current,
        @Nullable Instant endedAt,
        @Nullable String endReason) {

    /** As the one who asks sees it. */
    public static SessionItem of(DeviceSession session, Caller caller) {
        return new SessionItem(
                session.sessionId(),
                session.userId(),
                session.device(),
                session.browser(),
                session.operatingSystem(),
                session.address(),
                session.createdAt(),
                session.lastSeenAt(),
                session.expiresAt(),
                session.sessionId().equals(caller.sessionId()),
                session.endedAt(),
                session.endReason() == null ? null : reason(session.endReason()));
    }

    /** For example {@code logged-out}. */
    static String reason(SessionEnd end) {
        return end.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
