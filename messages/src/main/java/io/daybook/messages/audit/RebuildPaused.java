package io.daybook.messages.audit;

import org.axonframework.serialization.Revision;

import java.util.UUID;

/** An administrator let a rebuild rest. */
@Revision("1")
public record RebuildPaused(UUID projectionId, String projection, int generation, UUID orderedBy)
        implements ProjectionEvent {}
