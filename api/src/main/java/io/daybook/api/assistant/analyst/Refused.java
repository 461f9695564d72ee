package io.daybook.api.assistant.analyst;

import java.io.Serial;

/** The analyst understands but cannot answer rightly; the message says why. */
final class Refused extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    Refused(String message) {
        super(message, null, false, false);
    }
}
