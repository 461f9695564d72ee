package io.daybook.messages;

import java.io.Serial;

/**
 * A command that was understood and refused: the type is stable and becomes the problem's type (RFC
 * 9457), the message is the sentence that a person reads.
 */
public class Refusal extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String type;

    /** How a refusal maps to a status of HTTP. */
    public enum Kind {
        /** Not there, or not for this person (404). */
        NOT_FOUND,
        /** Not allowed (403). */
        FORBIDDEN,
        /** What is asked for cannot be, whatever the state of things (400). */
        IMPOSSIBLE,
        /** The input breaks a rule (422). */
        INVALID,
        /** The thing is in another state than expected (409). */
        CONFLICT,
        /** The thing has changed since it was read (412). */
        STALE,
        /** More is asked than can be done now; later it may work (503). */
        BUSY
    }

    public Refusal(Kind kind, String type, String message) {
        super(message, null, false, false);
        this.kind = kind;
        this.type = type;
    }

    public Kind kind() {
        return kind;
    }

    public String type() {
        return type;
    }
}
