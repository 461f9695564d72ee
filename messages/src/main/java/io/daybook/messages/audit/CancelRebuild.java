package io.daybook.messages.audit;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import java.util.UUID;

/** Gives up a rebuild and drops what it has built. */
public record CancelRebuild(
        @TargetAggregateIdentifier UUID projectionId, String projection, int generation)
        implements GenerationOrder {}
