package io.daybook.messages.audit;

/** The form of an export. */
public enum ExportFormat {
    /** Comma-separated values (RFC 4180). */
    CSV,
    /** One JSON object a line. */
    JSONL
}
