package io.daybook.messages.identity;

import java.util.UUID;

/** What happens to a session: one sign-in on one device. */
public sealed interface SessionEvent extends IdentityEvent
        permits SessionStarted, SessionRefreshed, RefreshTokenReused, SessionEnded {

    /** The aggregate that it happened to. */
    UUID sessionId();
}
