package io.daybook.messages.identity;

/** What an erasure does, in this order; each step can be done again. */
public enum ErasureStep {
    /** End all sessions. */
    SESSIONS,
    /** Stop questions that run. */
    QUESTIONS,
    /** Disconnect, and remove the secrets from the vault. */
    CONNECTIONS,
    /** Delete projects. */
    PROJECTS,
    /** Give the address and the username back. */
    IDENTIFIERS,
    /** Destroy the key. */
    KEY,
    /** Remove mails, and what was still being written when the key went. */
    REST,
    /** Record that it is done. */
    DONE
}
