package io.daybook.messages.projects;

import org.axonframework.serialization.Revision;

import java.util.UUID;

/** Its owner brought it back. */
@Revision("1")
public record ProjectRestored(UUID projectId, UUID ownerId) implements ProjectEvent {}
