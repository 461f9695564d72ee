package io.daybook.command.identity.password;

import io.daybook.messages.Refusal;

import java.io.Serial;

/** More passwords wait to be checked than this machine can check in time. */
final class TooManySignIns extends Refusal {

    @Serial private static final long serialVersionUID = 1L;

    TooManySignIns() {
        super(
                Kind.BUSY,
                "busy",
                "Too many people are signing in at this moment. Try again in a few seconds.");
    }
}
