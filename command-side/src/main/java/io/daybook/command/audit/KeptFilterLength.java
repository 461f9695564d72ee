package io.daybook.command.audit;

import io.daybook.messages.Refusal;

import java.io.Serial;

/** A kept search has a name that fits on a button, and an address that fits into a browser. */
final class KeptFilterLength extends Refusal {

    @Serial private static final long serialVersionUID = 1L;

    KeptFilterLength() {
        super(
                Kind.INVALID,
                "filter-length",
                "The name of a kept search has between 1 and 80 characters, its filter at most"
                        + " 2,000.");
    }

    static void check(String name, String filter) {
        if (name.isBlank() || name.strip().length() > 80 || filter.length() > 2_000) {
            throw new KeptFilterLength();
        }
    }
}
