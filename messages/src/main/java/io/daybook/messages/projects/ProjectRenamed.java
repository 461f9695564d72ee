package io.daybook.messages.projects;

import io.daybook.messages.DataSubject;
import io.daybook.messages.PersonalData;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** Its name or description changed. */
@Revision("1")
public record ProjectRenamed(
        UUID projectId,
        @DataSubject UUID ownerId,
        @PersonalData @Nullable String name,
        @PersonalData @Nullable String description)
        implements ProjectEvent {}
