package io.daybook.messages.audit;

import org.axonframework.serialization.Revision;

import java.util.UUID;

/** An administrator dropped the generation before. */
@Revision("1")
public record GenerationDropped(
        UUID projectionId, String projection, int generation, UUID orderedBy)
        implements ProjectionEvent {}
