package io.daybook.messages.audit;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import java.util.UUID;

/** Shows the generation before to the readers again. */
public record ReturnToGeneration(
        @TargetAggregateIdentifier UUID projectionId, String projection, int generation)
        implements GenerationOrder {}
