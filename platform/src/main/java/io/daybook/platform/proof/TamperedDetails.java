package io.daybook.platform.proof;

import java.io.Serial;

/**
 * What should be retired is not what was chained; Daybook does not remove what was tampered with.
 */
public final class TamperedDetails extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    TamperedDetails(long position) {
        super(
                "The event at position %d should be retired and is not the one that was chained; verify the log"
                        .formatted(position));
    }
}
