package io.daybook.api.platform.security;

import io.daybook.api.platform.Caller;
import io.daybook.messages.identity.Role;
import io.daybook.messages.identity.SessionEnd;
import io.daybook.messages.identity.SessionEnded;

import org.junit.jupiter.api.Test;

import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

final class SignedInTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final UUID SESSION = UUID.fromString("019a0000-0000-7000-8000-00000000000a");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final CallerAuthentication ADA =
            new CallerAuthentication(
                    new Caller(SESSION, SESSION, Role.ADMIN, "192.0.2.1"),
                    NOW.plus(Duration.ofMinutes(30)));

    private final EndedSessions ended =
            new EndedSessions(new TokenSettings(Duration.ofMinutes(30)));
    private final SignedIn signedIn = new SignedIn(ended, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void streamsEndWithTheSessionOfWhoeverAskedForThem() {
        StepVerifier.create(stream())
                .expectNext(1)
                .then(() -> end(UUID.fromString("019a0000-0000-7000-8000-00000000000b")))
                .then(() -> end(SESSION))
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void streamsOfASessionThatHasJustEndedDoNotBegin() {
        end(SESSION);

        StepVerifier.create(stream()).expectComplete().verify(PATIENCE);
    }

    @Test
    void streamsEndWhenTheTokenExpires() {
        StepVerifier.withVirtualTime(this::stream)
                .expectNext(1)
                .expectNoEvent(Duration.ofMinutes(29))
                .thenAwait(Duration.ofMinutes(1))
                .expectComplete()
                .verify(PATIENCE);
    }

    private Flux<Integer> stream() {
        return signedIn.limit(Flux.concat(Flux.just(1), Flux.never()), ADA);
    }

    private void end(UUID session) {
        ended.on(new SessionEnded(session, session, SessionEnd.REVOKED));
    }
}
