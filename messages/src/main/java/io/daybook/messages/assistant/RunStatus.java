package io.daybook.messages.assistant;

/** What became of a question. */
public enum RunStatus {
    /** It is being answered. */
    RUNNING,
    /** It was answered. */
    ANSWERED,
    /** It could not be answered. */
    FAILED,
    /** Its asker stopped it. */
    CANCELLED
}
