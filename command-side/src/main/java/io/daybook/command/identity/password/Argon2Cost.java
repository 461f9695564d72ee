package io.daybook.command.identity.password;

/** What one hash costs: memory in KiB, passes over it, and lanes (RFC 9106). */
record Argon2Cost(int memory, int passes, int lanes) {

    /** OWASP's current recommendation for Argon2id: 19 MiB, 2 passes, 1 lane. */
    static final Argon2Cost CURRENT = new Argon2Cost(19_456, 2, 1);

    /** The most that a stored hash may ask of us: 256 MiB, 16 passes, 8 lanes. */
    private static final Argon2Cost MOST = new Argon2Cost(262_144, 16, 8);

    boolean affordable() {
        return memory >= 8 * lanes
                && passes >= 1
                && lanes >= 1
                && memory <= MOST.memory
                && passes <= MOST.passes
                && lanes <= MOST.lanes;
    }

    boolean weakerThan(Argon2Cost other) {
        return memory < other.memory || (memory == other.memory && passes < other.passes);
    }
}
