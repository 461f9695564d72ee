package io.daybook.command.connections;

import io.daybook.messages.Refusal;

import java.io.Serial;

/** Every call of a tool has somebody behind it. */
final class ToolCallerUnknown extends Refusal {

    @Serial private static final long serialVersionUID = 1L;

    ToolCallerUnknown() {
        super(Kind.FORBIDDEN, "tool-caller-unknown", "Sign in to call a tool.");
    }
}
