package io.daybook.api.platform;

import org.jspecify.annotations.Nullable;

/**
 * What a client has seen of the log, from the header {@code Daybook-Position}: as a parameter of an
 * endpoint that reads, it makes the answer at least as new.
 */
public record Position(@Nullable Long value) {

    public static final String HEADER = "Daybook-Position";

    /** As of whatever has been reached. */
    public static final Position ANY = new Position(null);

    /** The later one of both. */
    public Position orLater(Position other) {
        return value == null || (other.value != null && other.value > value) ? other : this;
    }
}
