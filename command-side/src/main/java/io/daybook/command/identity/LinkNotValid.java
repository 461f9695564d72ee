package io.daybook.command.identity;

import io.daybook.messages.Refusal;

import java.io.Serial;

/** A mailed link was used before, is too old, or was never made. */
final class LinkNotValid extends Refusal {

    @Serial private static final long serialVersionUID = 1L;

    LinkNotValid() {
        super(
                Kind.INVALID,
                "link-not-valid",
                "This link is not valid any more. Ask for a new one.");
    }
}
