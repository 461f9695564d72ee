package io.daybook.api.audit.past;

import io.daybook.api.platform.ProblemException;
import io.daybook.messages.audit.Moment;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

import java.time.DateTimeException;
import java.time.OffsetDateTime;

/** Reads moments as they stand in addresses: a position of the log or an ISO-8601 time. */
final class WrittenMoment {

    private WrittenMoment() {}

    /** The moment of a text; none means now. */
    static Moment of(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Moment.NOW;
        }
        try {
            // A plus sign that was not escaped arrives as a space.
            String written = text.strip().replace(' ', '+');
            return written.matches("-?\\d+")
                    ? Moment.at(Long.parseLong(written))
                    : Moment.at(OffsetDateTime.parse(written).toInstant());
        } catch (NumberFormatException | DateTimeException unreadable) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "invalid-moment",
                    "A moment is a position of the log, for example 1042, or a time, for example"
                            + " 2026-03-01T12:00:00Z.");
        }
    }
}
