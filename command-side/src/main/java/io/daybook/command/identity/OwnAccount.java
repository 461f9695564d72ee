package io.daybook.command.identity;

import io.daybook.messages.Refusal;

import java.io.Serial;

/** Nobody erases themselves by accident, as one of many in a list. */
final class OwnAccount extends Refusal {

    @Serial private static final long serialVersionUID = 1L;

    OwnAccount() {
        super(
                Kind.CONFLICT,
                "own-account",
                "Erase your own account on your account page, with your password.");
    }
}
