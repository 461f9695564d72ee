package io.daybook.command.audit;

import io.daybook.messages.Refusal;

import java.io.Serial;

/** Nothing is retired while somebody walks along the log, or after another node was faster. */
final class DetailsInUse extends Refusal {

    @Serial private static final long serialVersionUID = 1L;

    DetailsInUse() {
        super(
                Kind.CONFLICT,
                "details-in-use",
                "The log is just being verified, or these details are gone already.");
    }
}
