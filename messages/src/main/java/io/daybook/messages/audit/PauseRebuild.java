package io.daybook.messages.audit;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import java.util.UUID;

/** Lets a rebuild rest where it is. */
public record PauseRebuild(
        @TargetAggregateIdentifier UUID projectionId, String projection, int generation)
        implements GenerationOrder {}
