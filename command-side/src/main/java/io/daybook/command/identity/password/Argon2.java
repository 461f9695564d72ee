package io.daybook.command.identity.password;

/** The bare Argon2id function, version 1.3. */
interface Argon2 {

    /** Computes a tag of the given length; the caller wipes what it gave and what it got. */
    byte[] tag(byte[] password, byte[] salt, Argon2Cost cost, int length);

    /** Whether this implementation can compute with such a cost and salt. */
    boolean supports(Argon2Cost cost, int saltLength);

    /** What computes, in words for the operator. */
    String description();
}
