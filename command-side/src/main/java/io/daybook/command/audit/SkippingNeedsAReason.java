package io.daybook.command.audit;

import io.daybook.messages.Refusal;

import java.io.Serial;

/** Who passes over an event says why, in 1 to 500 characters. */
final class SkippingNeedsAReason extends Refusal {

    @Serial private static final long serialVersionUID = 1L;

    SkippingNeedsAReason() {
        super(
                Kind.INVALID,
                "skipping-needs-a-reason",
                "Say in 1 to 500 characters why this event is passed over.");
    }
}
