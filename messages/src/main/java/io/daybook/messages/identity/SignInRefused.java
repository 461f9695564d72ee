package io.daybook.messages.identity;

import org.axonframework.serialization.Revision;

import java.util.UUID;

/** Somebody gave a wrong password for this user. */
@Revision("1")
public record SignInRefused(UUID userId) implements UserEvent {}
