package io.daybook.command.identity;

import org.axonframework.eventhandling.GenericEventMessage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of the log under test: deciders and events see the same time. */
final class LogClock extends Clock {

    static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

    static void set(Instant now) {
        GenericEventMessage.clock = Clock.fixed(now, ZoneOffset.UTC);
    }

    static void pass(Duration time) {
        set(GenericEventMessage.clock.instant().plus(time));
    }

    @Override
    public Instant instant() {
        return GenericEventMessage.clock.instant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
