package io.daybook.command.assistant;

import io.daybook.messages.Refusal;

import java.io.Serial;

/** There is no such run, or it is somebody else's: the two answer alike. */
final class RunNotFound extends Refusal {

    @Serial private static final long serialVersionUID = 1L;

    RunNotFound() {
        super(Kind.NOT_FOUND, "not-found", "There is no such thing.");
    }
}
