package io.daybook.command.identity;

import io.daybook.messages.Refusal;

import java.io.Serial;

/** A text that cannot be a person's name. */
final class NameNotValid extends Refusal {

    @Serial private static final long serialVersionUID = 1L;

    NameNotValid() {
        super(Kind.INVALID, "name-not-valid", "A name has at most 200 characters.");
    }
}
