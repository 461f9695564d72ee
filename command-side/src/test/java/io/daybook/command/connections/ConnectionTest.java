package io.daybook.command.connections;

import io.daybook.messages.Actor;
import io.daybook.messages.connections.ConnectionEstablished;
import io.daybook.messages.connections.ConnectionKind;
import io.daybook.messages.connections.ConnectionLost;
import io.daybook.messages.connections.ConnectionRemoved;
import io.daybook.messages.connections.ConnectionRestored;
import io.daybook.messages.connections.ConnectionSelected;
import io.daybook.messages.connections.EstablishConnection;
import io.daybook.messages.connections.RemoveConnection;
import io.daybook.messages.connections.ReportConnection;
import io.daybook.messages.connections.SelectConnection;
import io.daybook.platform.bus.Metadata;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.UUID;

class ConnectionTest {

    private static final UUID CONNECTION = UUID.fromString("019a0000-0000-7000-8000-000000000001");
    private static final UUID ANNA = UUID.fromString("019a0000-0000-7000-8000-00000000000a");
    private static final UUID BEN = UUID.fromString("019a0000-0000-7000-8000-00000000000b");
    private static final UUID SECRET = UUID.fromString("019a0000-0000-7000-8000-00000000000c");

    private static final ConnectionEstablished ESTABLISHED =
            new ConnectionEstablished(
                    CONNECTION, ANNA, "Shop", ConnectionKind.POSTGRES, "db:5432/shop", SECRET);
    private static final ConnectionLost LOST = new ConnectionLost(CONNECTION, ANNA, "unreachable");
    private static final ConnectionRemoved REMOVED =
            new ConnectionRemoved(CONNECTION, ANNA, SECRET);

    private AggregateTestFixture<Connection> fixture;

    @BeforeEach
    void prepare() {
        fixture = new AggregateTestFixture<>(Connection.class);
    }

    private static EstablishConnection establish(String name) {
        return new EstablishConnection(
                CONNECTION, name, ConnectionKind.POSTGRES, "db:5432/shop", SECRET);
    }

    private static Map<String, Object> by(UUID person) {
        return Metadata.of(new Actor(person, null, false, null));
    }

    private static Map<String, Object> bySystem() {
        return Metadata.of(Actor.SYSTEM);
    }

    @Nested
    class Establishing {

        @Test
        void belongsToThePersonWhoConnects() {
            fixture.givenNoPriorActivity()
                    .when(establish("  Shop "), by(ANNA))
                    .expectEvents(ESTABLISHED);
        }

        @Test
        void happensOnceHoweverOftenItIsAsked() {
            fixture.given(ESTABLISHED).when(establish("Shop"), by(ANNA)).expectNoEvents();
        }

        @Test
        void cannotTakeTheIdentifierOfSomebodyElse() {
            fixture.given(ESTABLISHED)
                    .when(establish("Shop"), by(BEN))
                    .expectException(ConnectionNotFound.class);
        }

        @Test
        void needsAPerson() {
            fixture.givenNoPriorActivity()
                    .when(establish("Shop"), bySystem())
                    .expectException(ConnectionOwnerUnknown.class);
        }

        @Test
        void needsANameThatCanBeRead() {
            fixture.givenNoPriorActivity()
                    .when(establish(" "), by(ANNA))
                    .expectException(ConnectionNameLength.class);
        }

        @Test
        void refusesANameOfMoreThanEightyCharacters() {
            fixture.givenNoPriorActivity()
                    .when(establish("x".repeat(81)), by(ANNA))
                    .expectException(ConnectionNameLength.class);
        }
    }

    @Nested
    class Reporting {

        @Test
        void noticesThatTheConnectionWasLost() {
            fixture.given(ESTABLISHED)
                    .when(new ReportConnection(CONNECTION, "unreachable"), bySystem())
                    .expectEvents(LOST);
        }

        @Test
        void saysNothingThatWasKnown() {
            fixture.given(ESTABLISHED, LOST)
                    .when(new ReportConnection(CONNECTION, "unreachable"), bySystem())
                    .expectNoEvents();
        }

        @Test
        void noticesThatTheReasonChanged() {
            fixture.given(ESTABLISHED, LOST)
                    .when(new ReportConnection(CONNECTION, "wrong-password"), bySystem())
                    .expectEvents(new ConnectionLost(CONNECTION, ANNA, "wrong-password"));
        }

        @Test
        void noticesThatItWorksAgain() {
            fixture.given(ESTABLISHED, LOST)
                    .when(new ReportConnection(CONNECTION, null), by(ANNA))
                    .expectEvents(new ConnectionRestored(CONNECTION, ANNA));
        }

        @Test
        void isNotForSomebodyElse() {
            fixture.given(ESTABLISHED)
                    .when(new ReportConnection(CONNECTION, "unreachable"), by(BEN))
                    .expectException(ConnectionNotFound.class);
        }
    }

    @Nested
    class Selecting {

        @Test
        void isForItsOwner() {
            fixture.given(ESTABLISHED)
                    .when(new SelectConnection(CONNECTION), by(ANNA))
                    .expectEvents(new ConnectionSelected(CONNECTION, ANNA));
        }

        @Test
        void isNotForSomebodyElse() {
            fixture.given(ESTABLISHED)
                    .when(new SelectConnection(CONNECTION), by(BEN))
                    .expectException(ConnectionNotFound.class);
        }
    }

    @Nested
    class Removing {

        @Test
        void namesTheSecretThatIsToGo() {
            fixture.given(ESTABLISHED)
                    .when(new RemoveConnection(CONNECTION), by(ANNA))
                    .expectEvents(REMOVED);
        }

        @Test
        void isNotForSomebodyElse() {
            fixture.given(ESTABLISHED)
                    .when(new RemoveConnection(CONNECTION), by(BEN))
                    .expectException(ConnectionNotFound.class);
        }

        @Test
        void leavesNothingToSelectOrRemove() {
            fixture.given(ESTABLISHED, REMOVED)
                    .when(new SelectConnection(CONNECTION), by(ANNA))
                    .expectException(ConnectionNotFound.class);
        }
    }
}
