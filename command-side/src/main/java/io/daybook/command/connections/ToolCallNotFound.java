package io.daybook.command.connections;

import io.daybook.messages.Refusal;

import java.io.Serial;

/** There is no such call, or it is somebody else's: the two answer alike. */
final class ToolCallNotFound extends Refusal {

    @Serial private static final long serialVersionUID = 1L;

    ToolCallNotFound() {
        super(Kind.NOT_FOUND, "not-found", "There is no such thing.");
    }
}
