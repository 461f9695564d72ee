package io.daybook.platform.proof;

import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The Merkle tree of RFC 6962 while it grows: of what is complete it keeps the root alone, so its
 * size is that of the logarithm. A leaf costs one hash on average.
 */
final class MerkleTree {

    private static final byte NODE = 1;
    private static final int HEIGHT = 63;

    private final MessageDigest digest = Sha256.digest();
    // the root of the complete subtree of 2^k leaves, for each k that is a bit of the size
    private final byte[][] nodes = new byte[HEIGHT][Sha256.LENGTH];
    private final byte[] carried = new byte[Sha256.LENGTH];
    private final byte[] pair = new byte[1 + 2 * Sha256.LENGTH];
    private long size;

    MerkleTree() {
        pair[0] = NODE;
    }

    /** The tree of so many leaves whose frontier was kept. */
    static MerkleTree of(long size, byte[] frontier) {
        MerkleTree tree = new MerkleTree();
        if (frontier.length != Long.bitCount(size) * Sha256.LENGTH) {
            throw new IllegalArgumentException("A frontier does not fit its tree");
        }
        tree.size = size;
        int from = 0;
        for (int height = 0; height < HEIGHT; height++) {
            if (tree.has(height)) {
                System.arraycopy(frontier, from, tree.nodes[height], 0, Sha256.LENGTH);
                from += Sha256.LENGTH;
            }
        }
        return tree;
    }

    MerkleTree copy() {
        return of(size, frontier());
    }

    long size() {
        return size;
    }

    /** Takes the hash of the next leaf from a place in an array. */
    void add(byte[] leaves, int offset) {
        if (!has(0)) {
            System.arraycopy(leaves, offset, nodes[0], 0, Sha256.LENGTH);
            size++;
            return;
        }
        System.arraycopy(leaves, offset, carried, 0, Sha256.LENGTH);
        int height = 0;
        for (; has(height); height++) {
            join(nodes[height], carried, carried);
        }
        System.arraycopy(carried, 0, nodes[height], 0, Sha256.LENGTH);
        size++;
    }

    /** Takes all hashes of an array. */
    void addAll(byte[] leaves) {
        for (int offset = 0; offset < leaves.length; offset += Sha256.LENGTH) {
            add(leaves, offset);
        }
    }

    byte[] root() {
        if (size == 0) {
            return digest.digest();
        }
        int lowest = Long.numberOfTrailingZeros(size);
        byte[] root = nodes[lowest].clone();
        for (int height = lowest + 1; height < HEIGHT; height++) {
            if (has(height)) {
                join(nodes[height], root, root);
            }
        }
        return root;
    }

    /** All that is needed to go on, lowest subtree first. */
    byte[] frontier() {
        byte[] frontier = new byte[Long.bitCount(size) * Sha256.LENGTH];
        int to = 0;
        for (int height = 0; height < HEIGHT; height++) {
            if (has(height)) {
                System.arraycopy(nodes[height], 0, frontier, to, Sha256.LENGTH);
                to += Sha256.LENGTH;
            }
        }
        return frontier;
    }

    /** Whether both have the same leaves. */
    boolean isSame(MerkleTree other) {
        return size == other.size && Arrays.equals(root(), other.root());
    }

    private boolean has(int height) {
        return (size >>> height & 1) == 1;
    }

    private void join(byte[] left, byte[] right, byte[] into) {
        System.arraycopy(left, 0, pair, 1, Sha256.LENGTH);
        System.arraycopy(right, 0, pair, 1 + Sha256.LENGTH, Sha256.LENGTH);
        digest.update(pair);
        try {
            digest.digest(into, 0, Sha256.LENGTH);
        } catch (DigestException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
