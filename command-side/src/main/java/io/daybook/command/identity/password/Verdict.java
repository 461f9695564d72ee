package io.daybook.command.identity.password;

/** What comparing a password with a stored verifier gave. */
public enum Verdict {
    /** It is the password. */
    MATCHES,
    /** It is the password, and the verifier is weaker than what we make today. */
    MATCHES_OUTDATED,
    /** It is not the password, or the verifier cannot be read. */
    DIFFERS;

    /** Whether the person may come in. */
    public boolean accepted() {
        return this != DIFFERS;
    }
}
