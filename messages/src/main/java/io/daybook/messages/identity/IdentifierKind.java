package io.daybook.messages.identity;

/** What a claimed identifier is. */
public enum IdentifierKind {
    /** An e-mail address. */
    EMAIL,
    /** A username. */
    USERNAME
}
