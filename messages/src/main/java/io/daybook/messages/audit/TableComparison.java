package io.daybook.messages.audit;

import java.util.List;

/**
 * One table in two generations: rows and checksums (sums of the hashes of all rows, whatever their
 * order) over the columns that both have; how many rows are in one of them only or differ, and the
 * keys of the first few.
 */
public record TableComparison(
        String table,
        long liveRows,
        long rebuiltRows,
        String liveChecksum,
        String rebuiltChecksum,
        long onlyLive,
        long onlyRebuilt,
        long changed,
        List<String> examples) {

    /** Whether both have the same rows. */
    public boolean same() {
        return liveRows == rebuiltRows && liveChecksum.equals(rebuiltChecksum);
    }
}
