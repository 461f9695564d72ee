package io.daybook.command.audit;

import io.daybook.messages.Refusal;
import io.daybook.messages.audit.DetailRetention;

import java.io.Serial;

/** Details are kept for whole days, at least a week. */
final class RetentionOutOfBounds extends Refusal {

    @Serial private static final long serialVersionUID = 1L;

    RetentionOutOfBounds() {
        super(
                Kind.INVALID,
                "retention-out-of-bounds",
                "Details are kept for %d to %d days, or for ever."
                        .formatted(DetailRetention.LEAST_DAYS, DetailRetention.MOST_DAYS));
    }
}
