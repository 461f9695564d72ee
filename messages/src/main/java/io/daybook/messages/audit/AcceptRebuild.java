package io.daybook.messages.audit;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import java.util.UUID;

/** Shows a rebuilt generation to the readers although it differs from the live one. */
public record AcceptRebuild(
        @TargetAggregateIdentifier UUID projectionId, String projection, int generation)
        implements GenerationOrder {}
