package io.daybook.command.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.messages.Actor;
import io.daybook.messages.Secret;
import io.daybook.messages.identity.AppointFirstAdministrator;
import io.daybook.messages.identity.ConfirmErasure;
import io.daybook.messages.identity.EraseUser;
import io.daybook.messages.identity.IdentifierClaimed;
import io.daybook.messages.identity.IdentifierKind;
import io.daybook.messages.identity.IdentifierReleased;
import io.daybook.messages.identity.Installation;
import io.daybook.messages.identity.IssueSetupLink;
import io.daybook.messages.identity.LogIn;
import io.daybook.messages.identity.LogInAnswer;
import io.daybook.messages.identity.RefreshAnswer;
import io.daybook.messages.identity.RefreshSession;
import io.daybook.messages.identity.RegisterUser;
import io.daybook.messages.identity.ReleaseIdentifier;
import io.daybook.messages.identity.RequestEmailVerification;
import io.daybook.messages.identity.UserErased;
import io.daybook.messages.identity.UserErasureRequested;

import org.junit.jupiter.api.Test;

import java.util.UUID;

final class EraseUserTest {

    private static final String GRACE = "grace@example.org";

    private final Harness log = new Harness();
    private final UUID grace = log.registered(GRACE);
    private final Actor herself = new Actor(grace, null, false, null);
    private final UUID root = UUID.randomUUID();
    private final Actor administrator = new Actor(root, null, true, null);

    @Test
    void startsForThePersonThemselvesWithTheirPassword() {
        log.when(new EraseUser(grace, Harness.PASSWORD), herself);
        assertThat(log.happened()).containsExactly(new UserErasureRequested(grace));
    }

    @Test
    void refusesAWrongPassword() {
        assertThatThrownBy(() -> log.when(new EraseUser(grace, new Secret("wrong")), herself))
                .isInstanceOf(PasswordWrong.class);
        assertThat(log.happened()).isEmpty();
    }

    @Test
    void startsForAnAdministratorWithoutThePersonsPassword() {
        log.when(new EraseUser(grace, null), administrator);
        assertThat(log.happened()).containsExactly(new UserErasureRequested(grace));
    }

    @Test
    void isNotThereForAnybodyElse() {
        Actor ada = new Actor(log.registered("ada@example.org"), null, false, null);
        assertThatThrownBy(() -> log.when(new EraseUser(grace, Harness.PASSWORD), ada))
                .isInstanceOf(UserNotThere.class);
    }

    @Test
    void nobodyErasesThemselvesAsOneOfMany() {
        Actor both = new Actor(grace, null, true, null);
        assertThatThrownBy(() -> log.when(new EraseUser(grace, null), both))
                .isInstanceOf(OwnAccount.class);
    }

    @Test
    void theLastAdministratorStays() {
        log.when(new IssueSetupLink(Installation.ID, LinkTokens.hash("link")));
        log.when(
                new AppointFirstAdministrator(
                        Installation.ID,
                        new Secret("link"),
                        root,
                        "root@example.org",
                        null,
                        Harness.PASSWORD));
        assertThatThrownBy(() -> log.when(new EraseUser(root, Harness.PASSWORD), administrator))
                .isInstanceOf(LastAdministrator.class);
    }

    @Test
    void theSameCommandAgainChangesNothing() {
        log.when(new EraseUser(grace, Harness.PASSWORD), herself);
        log.when(new EraseUser(grace, Harness.PASSWORD), herself);
        assertThat(log.happened()).isEmpty();
        log.when(new EraseUser(grace, null), administrator);
        assertThat(log.happened()).isEmpty();
    }

    @Test
    void fromThenOnNobodySignsInRefreshesOrGetsMail() {
        UUID session = log.signedIn(GRACE);
        log.when(new EraseUser(grace, Harness.PASSWORD), herself);

        assertThat(
                        log.when(
                                new LogIn(
                                        UUID.randomUUID(), GRACE, Harness.PASSWORD, Harness.LAPTOP),
                                LogInAnswer.class))
                .isEqualTo(LogInAnswer.refused());
        assertThat(log.when(new RefreshSession(session, 0, Harness.LAPTOP), RefreshAnswer.class))
                .isEqualTo(RefreshAnswer.refused());
        log.when(new RequestEmailVerification(GRACE));
        assertThat(log.happened()).isEmpty();
    }

    @Test
    void theAddressBelongsToTheOldPersonUntilItIsReleasedAndThenToTheNext() {
        UUID address = log.names.ofEmail(GRACE);
        log.when(new EraseUser(grace, Harness.PASSWORD), herself);
        UUID next = UUID.randomUUID();
        RegisterUser again = new RegisterUser(next, GRACE, null, null, Harness.PASSWORD);

        log.when(again);
        assertThat(log.happened()).noneMatch(IdentifierClaimed.class::isInstance);

        log.when(new ReleaseIdentifier(address, grace), Actor.SYSTEM);
        assertThat(log.happened())
                .containsExactly(new IdentifierReleased(address, IdentifierKind.EMAIL, grace));

        log.when(again);
        assertThat(log.happened(IdentifierClaimed.class).userId()).isEqualTo(next);

        log.when(new ReleaseIdentifier(address, grace), Actor.SYSTEM);
        assertThat(log.happened()).isEmpty();
    }

    @Test
    void onlyDaybookItselfSaysThatSomebodyIsErasedAndOnlyOnce() {
        assertThatThrownBy(() -> log.when(new ConfirmErasure(grace), administrator))
                .isInstanceOf(UserNotThere.class);
        log.when(new ConfirmErasure(grace), Actor.SYSTEM);
        assertThat(log.happened()).isEmpty();

        log.when(new EraseUser(grace, Harness.PASSWORD), herself);
        log.when(new ConfirmErasure(grace), Actor.SYSTEM);
        assertThat(log.happened()).containsExactly(new UserErased(grace));
        log.when(new ConfirmErasure(grace), Actor.SYSTEM);
        assertThat(log.happened()).isEmpty();
    }
}
