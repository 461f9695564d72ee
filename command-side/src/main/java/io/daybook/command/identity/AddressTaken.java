package io.daybook.command.identity;

import io.daybook.messages.Refusal;

import java.io.Serial;

/** The first administrator's address belongs to an account already. */
final class AddressTaken extends Refusal {

    @Serial private static final long serialVersionUID = 1L;

    AddressTaken() {
        super(
                Kind.CONFLICT,
                "address-taken",
                "This address belongs to an account already. Use another one.");
    }
}
