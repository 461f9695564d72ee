package io.daybook.messages.identity;

import java.util.UUID;

/** What happens to a user. */
public sealed interface UserEvent extends IdentityEvent
        permits UserRegistered,
                EmailVerificationRequested,
                EmailVerified,
                SignInRefused,
                UserErasureRequested,
                UserErased {

    /** The aggregate that it happened to. */
    UUID userId();
}
