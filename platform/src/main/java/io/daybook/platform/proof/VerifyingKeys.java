package io.daybook.platform.proof;

import java.util.List;

/**
 * The keys that signatures are checked with.
 *
 * @param checkpoints those of checkpoints
 * @param retirements those of what was retired
 * @param vouching what is known of the latter
 */
record VerifyingKeys(
        List<NoteKey> checkpoints, List<NoteKey> retirements, LogVerdict.Vouching vouching) {}
