package io.daybook.messages.audit;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A thing at a moment: what its read model said of it, absent before it existed; of a thing that is
 * deleted, when that happened and what was said last. The event is the last one of its own. What
 * events at some positions changed is missing when the read model could not take them in.
 */
public record ThingState(
        LogMoment moment,
        @Nullable Record state,
        @Nullable LogMoment deleted,
        @Nullable PastEvent event,
        List<Long> leftOut) {}
