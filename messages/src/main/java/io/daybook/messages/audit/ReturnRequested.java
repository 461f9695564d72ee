package io.daybook.messages.audit;

import org.axonframework.serialization.Revision;

import java.util.UUID;

/** An administrator asked to return to the generation before. */
@Revision("1")
public record ReturnRequested(UUID projectionId, String projection, int generation, UUID orderedBy)
        implements ProjectionEvent {}
