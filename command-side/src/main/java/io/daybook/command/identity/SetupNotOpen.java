package io.daybook.command.identity;

import io.daybook.messages.Refusal;

import java.io.Serial;

/** A setup link that is not the newest, or was used. */
final class SetupNotOpen extends Refusal {

    @Serial private static final long serialVersionUID = 1L;

    SetupNotOpen() {
        super(
                Kind.FORBIDDEN,
                "setup-not-open",
                "This setup link is not valid. The newest one is printed when Daybook starts.");
    }
}
