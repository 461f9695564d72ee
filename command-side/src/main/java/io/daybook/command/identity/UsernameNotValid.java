package io.daybook.command.identity;

import io.daybook.messages.Refusal;

import java.io.Serial;

/** A text that cannot be a username. */
final class UsernameNotValid extends Refusal {

    @Serial private static final long serialVersionUID = 1L;

    UsernameNotValid() {
        super(
                Kind.INVALID,
                "username-not-valid",
                "A username has 3 to 32 letters, digits, dots, dashes or underscores.");
    }
}
