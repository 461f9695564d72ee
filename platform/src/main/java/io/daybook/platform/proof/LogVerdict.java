package io.daybook.platform.proof;

import org.jspecify.annotations.Nullable;

/**
 * What came of checking the log.
 *
 * @param events that were checked and found to be what they were
 * @param position of the last of them
 * @param retired how many of them were retired, as the log says: of these the hash alone is left
 * @param unsigned how many of these nobody signed for, since they left before Daybook signed for
 *     what it retires
 * @param vouching whose keys vouch for the others; absent when nothing was retired
 * @param root of the tree over them, in Base64
 * @param checkpoints that the log was compared with and agrees with
 * @param finding the first place where something is wrong; absent when nothing is
 */
public record LogVerdict(
        long events,
        long position,
        long retired,
        long unsigned,
        @Nullable Vouching vouching,
        String root,
        int checkpoints,
        @Nullable LogFinding finding,
        long millis) {

    /** What is known of keys that signed for what was retired. */
    public enum Vouching {
        /** They were given, or those given vouch for them. */
        GIVEN_KEYS,
        /** The master key shows that they are those of this installation. */
        OWN_KEYS,
        /** They lie with the log, where whoever can write the log can put any key. */
        KEYS_OF_THE_LOG
    }
}
