package io.daybook.command.audit;

import io.daybook.messages.Refusal;

import java.io.Serial;

/** Read models and the log itself are for administrators. */
final class NotAnAdministrator extends Refusal {

    @Serial private static final long serialVersionUID = 1L;

    NotAnAdministrator() {
        super(Kind.FORBIDDEN, "not-an-administrator", "Only administrators may do this.");
    }
}
