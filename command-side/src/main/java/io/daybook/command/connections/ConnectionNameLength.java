package io.daybook.command.connections;

import io.daybook.messages.Refusal;

import java.io.Serial;

/** A name tells connections apart at a glance. */
final class ConnectionNameLength extends Refusal {

    /** Characters. */
    static final int LONGEST = 80;

    @Serial private static final long serialVersionUID = 1L;

    private ConnectionNameLength() {
        super(
                Kind.INVALID,
                "connection-name-length",
                "The name of a connection has between 1 and " + LONGEST + " characters.");
    }

    static void check(String name) {
        if (name.isBlank() || name.length() > LONGEST) {
            throw new ConnectionNameLength();
        }
    }
}
