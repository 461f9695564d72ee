package io.daybook.command.identity;

import io.daybook.messages.Refusal;

import java.io.Serial;

/** Without an administrator nobody could look after the installation. */
final class LastAdministrator extends Refusal {

    @Serial private static final long serialVersionUID = 1L;

    LastAdministrator() {
        super(
                Kind.CONFLICT,
                "last-administrator",
                "You are the last administrator, so this account cannot be erased.");
    }
}
