package io.daybook.command.identity;

import io.daybook.messages.Refusal;

import java.io.Serial;

/** Something that needs the password once more was asked for without the right one. */
final class PasswordWrong extends Refusal {

    @Serial private static final long serialVersionUID = 1L;

    PasswordWrong() {
        super(Kind.FORBIDDEN, "password-wrong", "This is not your password.");
    }
}
