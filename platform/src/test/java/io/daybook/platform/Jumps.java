package io.daybook.platform;

import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.tokenstore.AbstractTokenEntry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Lets the clocks of this process jump as the system's would: Axon's, of events and of claims, and
 * the one that is made of this.
 */
public final class Jumps extends Clock {

    private static volatile Duration off = Duration.ZERO;

    /** So far from the right time. */
    public static void clocksTo(Duration time) {
        off = time;
        Clock clock = offset(systemUTC(), time);
        GenericEventMessage.clock = clock;
        AbstractTokenEntry.clock = clock;
    }

    /** To the right time again. */
    public static void clocksBack() {
        clocksTo(Duration.ZERO);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(off);
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
