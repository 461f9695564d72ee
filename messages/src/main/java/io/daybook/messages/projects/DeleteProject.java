package io.daybook.messages.projects;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * Deletes a project so that it can be restored; refused when the expected version (if any) is not
 * the current one.
 */
public record DeleteProject(
        @TargetAggregateIdentifier UUID projectId, @Nullable Long expectedVersion) {}
