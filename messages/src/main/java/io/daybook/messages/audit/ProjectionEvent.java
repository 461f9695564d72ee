package io.daybook.messages.audit;

import java.util.UUID;

/** What happens to a projection. */
public sealed interface ProjectionEvent extends AuditEvent
        permits RebuildRequested,
                RebuildPaused,
                RebuildResumed,
                RebuildCancelled,
                RebuildAccepted,
                ReturnRequested,
                GenerationDropped {

    /** The aggregate that it happened to. */
    UUID projectionId();
}
