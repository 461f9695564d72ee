package io.daybook.command.audit;

import io.daybook.messages.Refusal;

import java.io.Serial;

/** Looking after projections is for administrators. */
final class NotAnAdministrator extends Refusal {

    @Serial private static final long serialVersionUID = 1L;

    NotAnAdministrator() {
        super(
                Kind.FORBIDDEN,
                "not-an-administrator",
                "Only administrators look after projections.");
    }
}
