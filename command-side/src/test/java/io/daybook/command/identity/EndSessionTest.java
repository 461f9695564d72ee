package io.daybook.command.identity;

import io.daybook.messages.Actor;
import io.daybook.messages.identity.EndSession;
import io.daybook.messages.identity.SessionEnd;
import io.daybook.messages.identity.SessionEnded;
import io.daybook.messages.identity.SessionStarted;
import io.daybook.platform.bus.Metadata;

import org.axonframework.modelling.command.Repository;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

final class EndSessionTest {

    private static final UUID SESSION = UUID.randomUUID();
    private static final UUID OWNER = UUID.randomUUID();

    private final AggregateTestFixture<SessionAggregate> fixture =
            new AggregateTestFixture<>(SessionAggregate.class);

    @BeforeEach
    void registerHandlers() {
        Repository<SessionAggregate> sessions = fixture.getRepository();
        Repository<UserAggregate> users =
                new AggregateTestFixture<>(UserAggregate.class).getRepository();
        Repository<IdentifierAggregate> identifiers =
                new AggregateTestFixture<>(IdentifierAggregate.class).getRepository();
        fixture.registerAnnotatedCommandHandler(
                new SessionKeeping(
                        new Shelf<>(sessions, SessionAggregate::new, SESSION.toString()::equals),
                        new People(
                                new Shelf<>(identifiers, IdentifierAggregate::new, never -> false),
                                new Shelf<>(users, UserAggregate::new, never -> false),
                                new IdentifierNames(new byte[32])),
                        new SessionLife(
                                Duration.ofDays(7), Duration.ofDays(90), Duration.ofSeconds(10)),
                        new LogClock()));
    }

    @Test
    void endsForItsOwner() {
        fixture.given(started())
                .when(new EndSession(SESSION, SessionEnd.LOGGED_OUT), person(OWNER, false))
                .expectEvents(new SessionEnded(SESSION, OWNER, SessionEnd.LOGGED_OUT));
    }

    @Test
    void endsForAnAdministrator() {
        fixture.given(started())
                .when(new EndSession(SESSION, SessionEnd.REVOKED), person(UUID.randomUUID(), true))
                .expectEvents(new SessionEnded(SESSION, OWNER, SessionEnd.REVOKED));
    }

    @Test
    void isNotThereForAnybodyElse() {
        fixture.given(started())
                .when(new EndSession(SESSION, SessionEnd.REVOKED), person(UUID.randomUUID(), false))
                .expectException(SessionNotThere.class)
                .expectNoEvents();
    }

    @Test
    void isNotThereWhenItNeverWas() {
        fixture.givenNoPriorActivity()
                .when(new EndSession(UUID.randomUUID(), SessionEnd.REVOKED), person(OWNER, false))
                .expectException(SessionNotThere.class);
    }

    @Test
    void theSameCommandAgainChangesNothing() {
        fixture.given(started(), new SessionEnded(SESSION, OWNER, SessionEnd.LOGGED_OUT))
                .when(new EndSession(SESSION, SessionEnd.LOGGED_OUT), person(OWNER, false))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    private static SessionStarted started() {
        return new SessionStarted(
                SESSION,
                OWNER,
                "Computer",
                "Firefox",
                "Linux",
                "192.0.2.7",
                LogClock.START.plus(Duration.ofDays(7)));
    }

    private static Map<String, Object> person(UUID userId, boolean administrator) {
        return Metadata.of(new Actor(userId, UUID.randomUUID(), administrator, "192.0.2.9"));
    }
}
