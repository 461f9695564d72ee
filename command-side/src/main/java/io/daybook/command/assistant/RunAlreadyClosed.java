package io.daybook.command.assistant;

import io.daybook.messages.Refusal;

import java.io.Serial;

/** A run ends once: an answer after a stop is too late. */
final class RunAlreadyClosed extends Refusal {

    @Serial private static final long serialVersionUID = 1L;

    RunAlreadyClosed() {
        super(Kind.CONFLICT, "run-already-closed", "This question has already ended.");
    }
}
