package io.daybook.platform.offline;

import java.io.Serial;

/**
 * A command was called in a way that it cannot follow; the message is for the person who typed it.
 */
public final class Misuse extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    Misuse(String message) {
        super(message, null, false, false);
    }
}
