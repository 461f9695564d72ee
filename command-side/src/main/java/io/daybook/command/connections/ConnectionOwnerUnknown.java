package io.daybook.command.connections;

import io.daybook.messages.Refusal;

import java.io.Serial;

/** A connection belongs to a person. */
final class ConnectionOwnerUnknown extends Refusal {

    @Serial private static final long serialVersionUID = 1L;

    ConnectionOwnerUnknown() {
        super(Kind.FORBIDDEN, "connection-owner-unknown", "Sign in to connect a database.");
    }
}
