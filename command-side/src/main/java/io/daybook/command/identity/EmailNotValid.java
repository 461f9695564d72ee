package io.daybook.command.identity;

import io.daybook.messages.Refusal;

import java.io.Serial;

/** A text that cannot be an e-mail address. */
final class EmailNotValid extends Refusal {

    @Serial private static final long serialVersionUID = 1L;

    EmailNotValid() {
        super(Kind.INVALID, "email-not-valid", "This is not an e-mail address.");
    }
}
