package io.daybook.messages.identity;

/** Why a session ended. */
public enum SessionEnd {
    /** Its owner logged out. */
    LOGGED_OUT,
    /** Its owner or an administrator revoked it. */
    REVOKED,
    /** A refresh token was presented that had been used before. */
    REFRESH_TOKEN_REUSED,
    /** Nobody came back in time. */
    EXPIRED,
    /** Its owner is being erased. */
    ERASED
}
