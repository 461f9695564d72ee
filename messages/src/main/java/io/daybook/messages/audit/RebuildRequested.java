package io.daybook.messages.audit;

import org.axonframework.serialization.Revision;

import java.util.UUID;

/** An administrator asked for a projection to be built anew from the log. */
@Revision("1")
public record RebuildRequested(UUID projectionId, String projection, UUID requestedBy)
        implements ProjectionEvent {}
