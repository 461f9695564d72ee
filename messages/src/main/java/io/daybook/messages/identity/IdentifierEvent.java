package io.daybook.messages.identity;

import java.util.UUID;

/** What happens to an identifier (e-mail or username) that belongs to at most one user. */
public sealed interface IdentifierEvent extends IdentityEvent
        permits IdentifierClaimed, TakenIdentifierTried, IdentifierReleased {

    /** The aggregate that it happened to. */
    UUID identifierId();
}
