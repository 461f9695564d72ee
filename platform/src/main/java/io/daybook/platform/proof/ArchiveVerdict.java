package io.daybook.platform.proof;

import java.util.List;

/**
 * What came of comparing an archive with the hashes that stayed in the chain.
 *
 * @param retired how many events left the log
 * @param archived how many of these are in the archive as they were chained
 * @param others lines of events that this log did not retire, or not yet
 * @param faults of each file that is not what it was the first, with its line
 */
public record ArchiveVerdict(
        int files, long retired, long archived, long others, List<String> faults) {}
