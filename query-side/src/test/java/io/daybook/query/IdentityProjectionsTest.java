package io.daybook.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.messages.connections.ConnectionRemoved;
import io.daybook.messages.connections.ConnectionSelected;
import io.daybook.messages.identity.EmailVerified;
import io.daybook.messages.identity.Role;
import io.daybook.messages.identity.SessionEnd;
import io.daybook.messages.identity.SessionEnded;
import io.daybook.messages.identity.SessionPage;
import io.daybook.messages.identity.SessionRefreshed;
import io.daybook.messages.identity.SessionStarted;
import io.daybook.messages.identity.SessionsOfUser;
import io.daybook.messages.identity.SetupState;
import io.daybook.messages.identity.UserProfile;
import io.daybook.messages.identity.UserProfileById;
import io.daybook.platform.Identifiers;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What is remembered of people and their sessions. */
class IdentityProjectionsTest extends ProjectionTest {

    IdentityProjectionsTest(QueryNode node) {
        super(node);
    }

    @Nested
    class Users {

        @Test
        void showAPersonFromRegistrationOn() {
            node.happened(ada, registered(ada, Role.USER), new EmailVerified(ada));

            UserProfile profile = node.ask(new UserProfileById(ada), UserProfile.class);

            assertThat(profile)
                    .returns("ada@example.org", UserProfile::email)
                    .returns("Ada Lovelace", UserProfile::fullName)
                    .returns(Role.USER, UserProfile::role)
                    .returns(true, UserProfile::emailVerified)
                    .returns(null, UserProfile::selectedConnectionId);
        }

        @Test
        void rememberTheConnectionThatAPersonChoseUntilItIsRemoved() {
            UUID shop = Identifiers.next();
            node.happened(ada, registered(ada, Role.USER))
                    .happened(shop, established(shop, ada), new ConnectionSelected(shop, ada));
            assertThat(node.ask(new UserProfileById(ada), UserProfile.class))
                    .returns(shop, UserProfile::selectedConnectionId);

            node.happened(shop, new ConnectionRemoved(shop, ada, Identifiers.next()));

            assertThat(node.ask(new UserProfileById(ada), UserProfile.class))
                    .returns(null, UserProfile::selectedConnectionId);
        }

        @Test
        void areUnknownUntilTheyRegister() {
            assertThat(node.knowsNothing(new UserProfileById(ada), UserProfile.class)).isTrue();
        }

        @Test
        void missTheFirstAdministratorUntilThereIsOne() {
            assertThat(node.ask(new SetupState(Identifiers.next()), Boolean.class)).isTrue();

            UUID root = Identifiers.next();
            node.happened(root, registered(root, Role.ADMIN));

            assertThat(node.ask(new SetupState(root), Boolean.class)).isFalse();
        }
    }

    @Nested
    class Sessions {

        private final Instant later = Instant.parse("2099-01-01T00:00:00Z");

        @Test
        void areListedNewestFirstUntilTheyEnd() {
            UUID first = Identifiers.next();
            UUID second = Identifiers.next();
            node.happened(first, started(first)).happened(second, started(second));
            node.happened(first, new SessionRefreshed(first, ada, 1, later.plusSeconds(60)));

            assertThat(sessions(false)).containsExactly(second, first);

            node.happened(second, new SessionEnded(second, ada, SessionEnd.REVOKED));

            assertThat(sessions(false)).containsExactly(first);
            assertThat(sessions(true)).containsExactly(second, first);
        }

        @Test
        void comeInPages() {
            List<UUID> all = List.of(Identifiers.next(), Identifiers.next(), Identifiers.next());
            all.forEach(session -> node.happened(session, started(session)));

            SessionPage page = node.ask(new SessionsOfUser(ada, false, 2, null), SessionPage.class);
            SessionPage rest =
                    node.ask(
                            new SessionsOfUser(ada, false, 2, page.nextCursor()),
                            SessionPage.class);

            assertThat(page.items()).hasSize(2);
            assertThat(rest.items())
                    .extracting(session -> session.sessionId())
                    .containsExactly(all.getFirst());
            assertThat(rest.nextCursor()).isNull();
        }

        private SessionStarted started(UUID session) {
            return new SessionStarted(
                    session, ada, "Computer", "Firefox", "Linux", "192.0.2.1", later);
        }

        private List<UUID> sessions(boolean ended) {
            return node
                    .ask(new SessionsOfUser(ada, ended, 10, null), SessionPage.class)
                    .items()
                    .stream()
                    .map(session -> session.sessionId())
                    .toList();
        }
    }
}
