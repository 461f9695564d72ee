package io.daybook.messages.projects;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** Opens a project. The name has 1 to 120 characters, the description at most 2,000. */
public record CreateProject(
        @TargetAggregateIdentifier UUID projectId, String name, @Nullable String description) {}
