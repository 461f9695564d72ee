package io.daybook.messages.identity;

import org.axonframework.serialization.Revision;

import java.util.UUID;

/** From now on this person cannot sign in, and everything of theirs is being removed. */
@Revision("1")
public record UserErasureRequested(UUID userId) implements UserEvent {}
