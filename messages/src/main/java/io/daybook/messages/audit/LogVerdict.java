package io.daybook.messages.audit;

import org.jspecify.annotations.Nullable;

/**
 * What a walk along the hash chain found: how many events were checked up to which position, how
 * many of them were retired as the log says (of these the hash alone is left) and how many of these
 * left before Daybook signed for what it retires, the root of the tree over them, how many
 * checkpoints agree, and the position of the first event that is not what it was with what happened
 * to it, or nothing.
 */
public record LogVerdict(
        long events,
        long position,
        long retired,
        long retiredUnsigned,
        String root,
        int checkpoints,
        @Nullable Long firstAlteredPosition,
        @Nullable String finding,
        @Nullable String detail,
        long durationMillis) {}
