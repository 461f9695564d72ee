package io.daybook.messages.projects;

import io.daybook.messages.DataSubject;
import io.daybook.messages.PersonalData;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** A person opened a project. */
@Revision("1")
public record ProjectCreated(
        UUID projectId,
        @DataSubject UUID ownerId,
        @PersonalData @Nullable String name,
        @PersonalData @Nullable String description)
        implements ProjectEvent {}
