package io.daybook.api.assistant.runs;

import java.io.Serial;

/**
 * A question that could not be answered: the reason is a stable code, the message for the asker.
 */
public final class Unanswered extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final String reason;

    public Unanswered(String reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
