package io.daybook.messages.audit;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import java.util.UUID;

/** Lets a resting rebuild go on. */
public record ResumeRebuild(
        @TargetAggregateIdentifier UUID projectionId, String projection, int generation)
        implements GenerationOrder {}
