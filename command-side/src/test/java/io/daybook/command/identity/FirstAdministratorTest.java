package io.daybook.command.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.messages.Actor;
import io.daybook.messages.Secret;
import io.daybook.messages.identity.AdministratorAppointed;
import io.daybook.messages.identity.AppointFirstAdministrator;
import io.daybook.messages.identity.Installation;
import io.daybook.messages.identity.IssueSetupLink;
import io.daybook.messages.identity.Role;
import io.daybook.messages.identity.SetupLinkIssued;
import io.daybook.messages.identity.UserRegistered;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.UUID;

final class FirstAdministratorTest {

    private final Harness log = new Harness();
    private final UUID userId = UUID.randomUUID();

    @Test
    void issuesALinkAsLongAsThereIsNoAdministrator() {
        assertThat(issue("one")).isEqualTo(true);
        assertThat(issue("two")).isEqualTo(true);
        assertThat(log.happened())
                .containsExactly(new SetupLinkIssued(Installation.ID, LinkTokens.hash("two")));
    }

    @Test
    void registersTheBearerOfTheLinkAsAdministrator() {
        issue("one");
        appoint("one", userId, "grace@example.org");

        assertThat(log.happened(AdministratorAppointed.class).userId()).isEqualTo(userId);
        assertThat(log.happened(UserRegistered.class).role()).isEqualTo(Role.ADMIN);
    }

    @Test
    void refusesALinkThatANewerOneHasVoided() {
        issue("one");
        issue("two");
        thenNotOpen("one");
    }

    @Test
    void refusesAnybodyBeforeALinkWasIssued() {
        thenNotOpen("one");
    }

    @Test
    void takesTheLinkOnce() {
        issue("one");
        appoint("one", userId, "grace@example.org");

        assertThat(issue("two")).isEqualTo(false);
        thenNotOpen("one");
    }

    @Test
    void theSameCommandAgainChangesNothing() {
        issue("one");
        appoint("one", userId, "grace@example.org");
        appoint("one", userId, "grace@example.org");
        assertThat(log.happened()).isEmpty();
    }

    @Test
    void appointsNobodyWhenTheAddressIsTaken() {
        log.registered("grace@example.org");
        issue("one");

        assertThatThrownBy(() -> appoint("one", userId, "grace@example.org"))
                .isInstanceOf(AddressTaken.class);
        assertThat(issue("two")).isEqualTo(true);
    }

    private @Nullable Object issue(String token) {
        return log.when(new IssueSetupLink(Installation.ID, LinkTokens.hash(token)), Actor.SYSTEM);
    }

    private void appoint(String token, UUID person, String email) {
        log.when(
                new AppointFirstAdministrator(
                        Installation.ID,
                        new Secret(token),
                        person,
                        email,
                        "Grace Hopper",
                        Harness.PASSWORD));
    }

    private void thenNotOpen(String token) {
        assertThatThrownBy(() -> appoint(token, UUID.randomUUID(), "ada@example.org"))
                .isInstanceOf(SetupNotOpen.class);
        assertThat(log.happened()).isEmpty();
    }
}
