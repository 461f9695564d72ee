package io.daybook.command.assistant;

import io.daybook.messages.Refusal;

import java.io.Serial;

/** A question belongs to a person. */
final class AskerUnknown extends Refusal {

    @Serial private static final long serialVersionUID = 1L;

    AskerUnknown() {
        super(Kind.FORBIDDEN, "asker-unknown", "Sign in to ask a question.");
    }
}
