package io.daybook.messages.audit;

import org.axonframework.serialization.Revision;

import java.util.UUID;

/** An administrator gave up a rebuild. */
@Revision("1")
public record RebuildCancelled(UUID projectionId, String projection, int generation, UUID orderedBy)
        implements ProjectionEvent {}
