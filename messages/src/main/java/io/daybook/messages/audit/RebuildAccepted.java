package io.daybook.messages.audit;

import org.axonframework.serialization.Revision;

import java.util.UUID;

/** An administrator took a rebuilt generation although it differed from the live one. */
@Revision("1")
public record RebuildAccepted(UUID projectionId, String projection, int generation, UUID orderedBy)
        implements ProjectionEvent {}
