package io.daybook.messages.audit;

import java.util.UUID;

/** What an administrator orders for one generation of a projection. */
public sealed interface GenerationOrder
        permits PauseRebuild,
                ResumeRebuild,
                CancelRebuild,
                AcceptRebuild,
                ReturnToGeneration,
                DropGeneration {

    /** The aggregate: the projection. */
    UUID projectionId();

    /** The projection's name. */
    String projection();

    /** The generation that is meant. */
    int generation();
}
