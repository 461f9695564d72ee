package io.daybook.messages.audit;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import java.util.UUID;

/** Builds a projection anew from the log. */
public record RebuildProjection(@TargetAggregateIdentifier UUID projectionId, String projection) {}
