package io.daybook.command.identity;

import io.daybook.messages.Actor;
import io.daybook.messages.identity.Device;
import io.daybook.messages.identity.RefreshTokenReused;
import io.daybook.messages.identity.SessionEnd;
import io.daybook.messages.identity.SessionEnded;
import io.daybook.messages.identity.SessionEvent;
import io.daybook.messages.identity.SessionRefreshed;
import io.daybook.messages.identity.SessionStarted;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One sign-in on one device, and how often its refresh token was exchanged. */
record Session(
        @Nullable SessionStarted start,
        Instant startedAt,
        long generation,
        Instant refreshedAt,
        Instant expiresAt,
        boolean ended) {

    static final Session NONE =
            new Session(null, Instant.EPOCH, 0, Instant.EPOCH, Instant.EPOCH, false);

    boolean exists() {
        return start != null;
    }

    SessionStarted started() {
        if (start == null) {
            throw new IllegalStateException("Nobody has signed in here");
        }
        return start;
    }

    /** Starts once; the same command again changes nothing. */
    List<SessionEvent> begin(
            UUID sessionId, UUID userId, Device device, SessionLife life, Instant now) {
        if (exists()) {
            return List.of();
        }
        return List.of(
                new SessionStarted(
                        sessionId,
                        userId,
                        device.name(),
                        device.browser(),
                        device.operatingSystem(),
                        device.address(),
                        life.expiry(now, now)));
    }

    /**
     * Exchanges a refresh token: the current one for its successor; the one before it, on the same
     * device within the grace, for the current one again (two tabs); any older one ends the
     * session, since somebody has a copy of it (RFC 9700, 4.14.2).
     */
    List<SessionEvent> refresh(long presented, Device device, SessionLife life, Instant now) {
        if (ended) {
            return List.of();
        }
        UUID sessionId = started().sessionId();
        UUID userId = started().userId();
        if (!now.isBefore(expiresAt)) {
            return List.of(new SessionEnded(sessionId, userId, SessionEnd.EXPIRED));
        }
        if (presented == generation) {
            return List.of(
                    new SessionRefreshed(
                            sessionId, userId, generation + 1, life.expiry(startedAt, now)));
        }
        if (isTwin(presented, device, life, now)) {
            return List.of();
        }
        return List.of(
                new RefreshTokenReused(sessionId, userId, presented),
                new SessionEnded(sessionId, userId, SessionEnd.REFRESH_TOKEN_REUSED));
    }

    /** Ends it, for its owner or an administrator; nobody else learns that it exists. */
    List<SessionEvent> end(SessionEnd reason, Actor actor) {
        UUID owner = started().userId();
        if (!actor.is(owner) && !actor.administrator()) {
            throw new SessionNotThere();
        }
        return ended ? List.of() : List.of(new SessionEnded(started().sessionId(), owner, reason));
    }

    Session evolve(SessionEvent event, Instant at) {
        return switch (event) {
            case SessionStarted began -> new Session(began, at, 0, at, began.expiresAt(), false);
            case SessionRefreshed refreshed ->
                    new Session(
                            start,
                            startedAt,
                            refreshed.generation(),
                            at,
                            refreshed.expiresAt(),
                            ended);
            case RefreshTokenReused reused -> this;
            case SessionEnded over ->
                    new Session(start, startedAt, generation, refreshedAt, expiresAt, true);
        };
    }

    private boolean isTwin(long presented, Device device, SessionLife life, Instant now) {
        return presented == generation - 1
                && !now.isAfter(refreshedAt.plus(life.grace()))
                && !now.isBefore(refreshedAt.minus(life.grace())) // the clock was set back
                && device.name().equals(started().device())
                && device.browser().equals(started().browser())
                && device.operatingSystem().equals(started().operatingSystem());
    }
}
