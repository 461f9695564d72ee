package io.daybook.messages.projects;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * Changes name and description; refused when the expected version (if any) is not the current one.
 */
public record RenameProject(
        @TargetAggregateIdentifier UUID projectId,
        @Nullable Long expectedVersion,
        String name,
        @Nullable String description) {}
