package io.daybook.command.identity;

import io.daybook.messages.Refusal;

import java.io.Serial;

/** A session that does not exist, or belongs to somebody else. */
final class SessionNotThere extends Refusal {

    @Serial private static final long serialVersionUID = 1L;

    SessionNotThere() {
        super(Kind.NOT_FOUND, "not-found", "There is no such session.");
    }
}
