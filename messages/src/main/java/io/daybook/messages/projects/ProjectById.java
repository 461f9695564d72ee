package io.daybook.messages.projects;

import java.util.UUID;

/** Asks for one project as its reader may see it; answered by a {@link Project} or nothing. */
public record ProjectById(UUID projectId, UUID readerId) {}
