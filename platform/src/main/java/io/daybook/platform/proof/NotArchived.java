package io.daybook.platform.proof;

import java.io.IOException;
import java.io.Serial;

/** What should be retired could not be written to the archive, and stays in the log. */
public final class NotArchived extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    NotArchived(IOException failure) {
        super(
                "The archive of what is retired cannot be written: %s: %s"
                        .formatted(failure.getClass().getSimpleName(), failure.getMessage()),
                failure);
    }
}
