package io.daybook.platform.postgres;

/**
 * The embedded database cannot run here; the message is a sentence that its operator can act on.
 */
public final class PostgresNotStarted extends RuntimeException {

    PostgresNotStarted(String message) {
        super(message);
    }

    PostgresNotStarted(String message, Throwable cause) {
        super(message, cause);
    }
}
