package io.daybook.command.identity;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How long sessions live: without a refresh, with refreshes, and for how long the refresh token
 * before the current one is still taken from the same device.
 */
@ConfigurationProperties("daybook.sessions")
public record SessionLife(
        @DefaultValue("7d") Duration idle,
        @DefaultValue("90d") Duration longest,
        @DefaultValue("10s") Duration grace) {

    Instant expiry(Instant startedAt, Instant now) {
        Instant idleUntil = now.plus(idle);
        Instant last = startedAt.plus(longest);
        return (idleUntil.isBefore(last) ? idleUntil : last).truncatedTo(ChronoUnit.MILLIS);
    }
}
