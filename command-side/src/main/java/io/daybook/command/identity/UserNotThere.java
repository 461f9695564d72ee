package io.daybook.command.identity;

import io.daybook.messages.Refusal;

import java.io.Serial;

/** A person who does not exist, or whom somebody else may not touch. */
final class UserNotThere extends Refusal {

    @Serial private static final long serialVersionUID = 1L;

    UserNotThere() {
        super(Kind.NOT_FOUND, "not-found", "There is no such person.");
    }
}
