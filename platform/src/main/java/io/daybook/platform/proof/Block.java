package io.daybook.platform.proof;

import java.util.Arrays;

/**
 * One entry of the chain: the leaves of the next few events, and the root of the tree with them, in
 * which everything before takes part.
 */
final class Block {

    private final long size;
    private final long first;
    private final long last;
    private final long[] gaps;
    private final byte[] leaves;
    private final byte[] root;

    /**
     * @param size of the tree with this block
     * @param gaps positions between the first and the last at which there is no event, ascending
     */
    Block(long size, long first, long last, long[] gaps, byte[] leaves, byte[] root) {
        this.size = size;
        this.first = first;
        this.last = last;
        this.gaps = gaps;
        this.leaves = leaves;
        this.root = root;
    }

    long size() {
        return size;
    }

    /** The size of the tree before it. */
    long start() {
        return size - events();
    }

    int events() {
        return leaves.length / Sha256.LENGTH;
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }

    long[] gaps() {
        return gaps;
    }

    byte[] leaves() {
        return leaves;
    }

    byte[] leaf(int index) {
        return Arrays.copyOfRange(leaves, index * Sha256.LENGTH, (index + 1) * Sha256.LENGTH);
    }

    byte[] root() {
        return root;
    }

    /** The positions of its events, ascending; as many as its entry claims to have. */
    long[] positions() {
        long claimed = Math.clamp(last - first + 1 - gaps.length, 0, events());
        long[] positions = new long[(int) claimed];
        int count = 0;
        for (long position = first; position <= last && count < positions.length; position++) {
            if (Arrays.binarySearch(gaps, position) < 0) {
                positions[count++] = position;
            }
        }
        return positions;
    }

    /** Whether its own parts fit together, which nothing that we wrote fails to do. */
    boolean isWhole() {
        return leaves.length % Sha256.LENGTH == 0
                && root.length == Sha256.LENGTH
                && last - first + 1 - gaps.length == events();
    }
}
