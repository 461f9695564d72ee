package io.daybook.platform.proof;

import org.jspecify.annotations.Nullable;

/**
 * What came of checking the log.
 *
 * @param events that were checked and found to be what they were
 * @param position of the last of them
 * @param retired how many of them were retired, as the log says: of these the hash alone is left
 * @param root of the tree over them, in Base64
 * @param checkpoints that the log was compared with and agrees with
 * @param finding the first place where something is wrong; absent when nothing is
 */
public record LogVerdict(
        long events,
        long position,
        long retired,
        String root,
        int checkpoints,
        @Nullable LogFinding finding,
        long millis) {}
