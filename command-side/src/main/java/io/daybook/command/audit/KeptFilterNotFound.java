package io.daybook.command.audit;

import io.daybook.messages.Refusal;

import java.io.Serial;

/** There is no such kept search, or it is somebody else's: the two answer alike. */
final class KeptFilterNotFound extends Refusal {

    @Serial private static final long serialVersionUID = 1L;

    KeptFilterNotFound() {
        super(Kind.NOT_FOUND, "not-found", "There is no such thing.");
    }
}
