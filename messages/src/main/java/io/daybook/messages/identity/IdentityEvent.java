package io.daybook.messages.identity;

/** Everything that happens to identities. */
public sealed interface IdentityEvent
        permits UserEvent, IdentifierEvent, SessionEvent, InstallationEvent {}
