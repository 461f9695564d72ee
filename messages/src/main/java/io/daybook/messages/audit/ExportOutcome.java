package io.daybook.messages.audit;

/** How an export ended. */
public enum ExportOutcome {
    COMPLETE,
    /** Whoever received it went away. */
    CANCELLED,
    FAILED
}
