package io.daybook.platform.log;

import java.security.MessageDigest;

/** One link of the hash chain; links count from 1. */
final class Link {

    static final Link FIRST = new Link(0, 0, new byte[32]);

    private final long index;
    private final long position;
    private final byte[] hash;

    Link(long index, long position, byte[] hash) {
        this.index = index;
        this.position = position;
        this.hash = hash.clone();
    }

    long index() {
        return index;
    }

    /** The position of its event in the log. */
    long position() {
        return position;
    }

    byte[] hash() {
        return hash.clone();
    }

    boolean isSame(Link other) {
        return index == other.index && MessageDigest.isEqual(hash, other.hash);
    }
}
