package io.daybook.api.platform.errors;

import java.io.Serial;
import java.time.Duration;

/** A client has used up what it may ask for; it may come back after a while. */
public final class TooManyRequests extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    public TooManyRequests(Duration retryAfter) {
        super("Too many requests", null, false, false);
        this.retryAfter = retryAfter;
    }

    Duration retryAfter() {
        return retryAfter;
    }
}
