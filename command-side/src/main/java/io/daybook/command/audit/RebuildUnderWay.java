package io.daybook.command.audit;

import io.daybook.messages.Refusal;

import java.io.Serial;

/** A projection is built anew once at a time. */
final class RebuildUnderWay extends Refusal {

    @Serial private static final long serialVersionUID = 1L;

    RebuildUnderWay() {
        super(
                Kind.CONFLICT,
                "rebuild-under-way",
                "This projection is being built anew already. Let that finish, or give it up"
                        + " first.");
    }
}
