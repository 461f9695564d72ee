package io.daybook.api.mcp;

import java.io.Serial;

/**
 * A tool refused or failed: the reason is a stable code, the message a sentence that a person can
 * act on.
 */
public final class ToolFailure extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final String reason;

    public ToolFailure(String reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
