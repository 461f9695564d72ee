package io.daybook.messages.audit;

import org.axonframework.serialization.Revision;

import java.util.UUID;

/** An administrator let a resting rebuild go on. */
@Revision("1")
public record RebuildResumed(UUID projectionId, String projection, int generation, UUID orderedBy)
        implements ProjectionEvent {}
