package io.daybook.query.audit.past;

import io.daybook.messages.Refusal;
import io.daybook.messages.audit.LogMoment;
import io.daybook.messages.audit.Moment;
import io.daybook.platform.log.LogHistory;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Finds the moments of the log that people ask about, and makes sure that nothing can appear any
 * more below them: what was answered of the past stays so.
 */
final class Moments {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final LogHistory log;
    private final Clock clock;

    Moments(LogHistory log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** The newest moment. */
    LogMoment now() {
        settle();
        return new LogMoment(log.head(), clock.instant());
    }

    /** A moment that was asked about, given the newest one. */
    LogMoment of(Moment asked, LogMoment now) {
        Long position = asked.position();
        Instant time = asked.time();
        if (position != null) {
            return at(position, now);
        }
        return time == null ? now : at(time, now);
    }

    private LogMoment at(long position, LogMoment now) {
        if (position < 1) {
            throw impossible("invalid-moment", "Positions of the log begin at 1.");
        }
        if (position > now.position()) {
            throw impossible(
                    "moment-not-reached",
                    "The log has come to position %d: nothing is known of position %d yet."
                            .formatted(now.position(), position));
        }
        return new LogMoment(position, timeOf(position, now));
    }

    private LogMoment at(Instant time, LogMoment now) {
        if (time.isAfter(now.at())) {
            throw impossible(
                    "moment-not-reached", "This moment is in the future: nothing is known of it.");
        }
        return new LogMoment(Math.min(log.positionAt(time), now.position()), time);
    }

    /** When the last event up to a position happened. */
    Instant timeOf(long position, LogMoment now) {
        @Nullable Instant at = log.timeAt(position).orElse(null);
        return at == null ? now.at() : at;
    }

    private void settle() {
        if (!log.settle(PATIENCE)) {
            throw new Refusal(
                    Refusal.Kind.BUSY,
                    "log-not-settled",
                    "Something is still being written. Try again in a moment.");
        }
    }

    private static Refusal impossible(String type, String message) {
        return new Refusal(Refusal.Kind.IMPOSSIBLE, type, message);
    }
}
