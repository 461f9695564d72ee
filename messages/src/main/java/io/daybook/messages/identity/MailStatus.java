package io.daybook.messages.identity;

/** Where a mail of the outbox stands. */
public enum MailStatus {
    /** No mail server is configured: it is kept for the administrator to read. */
    KEPT,
    /** It is sent soon, or again after a failure that may pass. */
    WAITING,
    /** A sender has taken it. */
    SENDING,
    /** The mail server took it. */
    SENT,
    /** It will not be tried again. */
    FAILED
}
