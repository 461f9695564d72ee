package io.daybook.messages.identity;

/** What a person may do in general; the permissions of each role are one table in the API. */
public enum Role {
    /** Runs the installation. */
    ADMIN,
    /** Works with own connections and projects. */
    USER,
    /** Reads what others share. */
    GUEST
}
