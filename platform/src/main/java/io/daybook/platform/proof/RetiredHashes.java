package io.daybook.platform.proof;

import java.util.Arrays;

/**
 * The hashes of what was retired, as a walk found them in the chain, in the order of the log: 40
 * bytes for each.
 */
public final class RetiredHashes {

    /** For whoever has no archive. */
    public static final RetiredHashes UNWANTED = new RetiredHashes(false);

    private static final int ROOM = 1_024;

    private final boolean wanted;
    private String origin = "";
    private long[] positions = new long[ROOM];
    private byte[] leaves = new byte[ROOM * Sha256.LENGTH];
    private int count;

    /** None yet, to be found by a walk. */
    public RetiredHashes() {
        this(true);
    }

    private RetiredHashes(boolean wanted) {
        this.wanted = wanted;
    }

    /** The name of the log that they are of. */
    void begin(String log) {
        if (wanted) {
            origin = log;
        }
    }

    void add(Block block, Retirements retirements) {
        if (!wanted) {
            return;
        }
        long[] within = block.positions();
        for (int index = 0; index < within.length; index++) {
            if (retirements.include(within[index])) {
                add(within[index], block.leaves(), index * Sha256.LENGTH);
            }
        }
    }

    private void add(long position, byte[] from, int offset) {
        if (count == positions.length) {
            positions = Arrays.copyOf(positions, 2 * count);
            leaves = Arrays.copyOf(leaves, positions.length * Sha256.LENGTH);
        }
        positions[count] = position;
        System.arraycopy(from, offset, leaves, count * Sha256.LENGTH, Sha256.LENGTH);
        count++;
    }

    String origin() {
        return origin;
    }

    /** How many there are. */
    int count() {
        return count;
    }

    /** The place of a position among them, or a negative number. */
    int indexOf(long position) {
        return Arrays.binarySearch(positions, 0, count, position);
    }

    boolean hasAt(int index, byte[] leaf) {
        int from = index * Sha256.LENGTH;
        return Arrays.equals(leaf, 0, Sha256.LENGTH, leaves, from, from + Sha256.LENGTH);
    }
}
