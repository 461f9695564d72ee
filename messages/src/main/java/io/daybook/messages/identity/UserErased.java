package io.daybook.messages.identity;

import org.axonframework.serialization.Revision;

import java.util.UUID;

/** Everything of this person is removed, and their key is destroyed. */
@Revision("1")
public record UserErased(UUID userId) implements UserEvent {}
