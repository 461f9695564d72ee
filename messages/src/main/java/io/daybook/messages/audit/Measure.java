package io.daybook.messages.audit;

/** What is counted hour by hour. */
public enum Measure {
    /** Everything in the log; the read model keeps details apart. */
    EVENTS,
    /** Those of them that may be retired. */
    DETAILS,
    REGISTRATIONS,
    SIGN_INS,
    REFUSED_SIGN_INS,
    QUESTIONS,
    FAILED_QUESTIONS,
    TOOL_CALLS,
    FAILED_TOOL_CALLS,
    LOST_CONNECTIONS
}
