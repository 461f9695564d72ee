package io.daybook.messages.projects;

import org.axonframework.serialization.Revision;

import java.util.UUID;

/** Its owner deleted it; it can be restored. */
@Revision("1")
public record ProjectDeleted(UUID projectId, UUID ownerId) implements ProjectEvent {}
