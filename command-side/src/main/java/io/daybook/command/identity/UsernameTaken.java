package io.daybook.command.identity;

import io.daybook.messages.Refusal;

import java.io.Serial;

/** Somebody has this username already. */
final class UsernameTaken extends Refusal {

    @Serial private static final long serialVersionUID = 1L;

    UsernameTaken() {
        super(Kind.CONFLICT, "username-taken", "This username is taken. Choose another one.");
    }
}
