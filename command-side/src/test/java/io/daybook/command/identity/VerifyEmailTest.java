package io.daybook.command.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.messages.Secret;
import io.daybook.messages.identity.EmailVerificationRequested;
import io.daybook.messages.identity.EmailVerified;
import io.daybook.messages.identity.RequestEmailVerification;
import io.daybook.messages.identity.VerifyEmail;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.UUID;

final class VerifyEmailTest {

    private final Harness log = new Harness();
    private UUID userId = new UUID(0, 0);
    private String token = "";

    @BeforeEach
    void somebodyHasRegistered() {
        userId = log.registered("grace@example.org");
        token = log.linkToken();
    }

    @Test
    void takesTheTokenOfTheLink() {
        verify(token);
        assertThat(log.happened()).containsExactly(new EmailVerified(userId));
    }

    @Test
    void takesItOnce() {
        verify(token);
        thenRefused(token);
    }

    @Test
    void takesItFor24Hours() {
        LogClock.pass(Duration.ofHours(24));
        thenRefused(token);
    }

    @Test
    void takesOnlyTheNewestLink() {
        LogClock.pass(Duration.ofSeconds(1));
        log.when(new RequestEmailVerification("grace@example.org"));
        String newest = log.linkToken();

        thenRefused(token);
        verify(newest);
        assertThat(log.happened()).containsExactly(new EmailVerified(userId));
    }

    @Test
    void refusesAnotherToken() {
        thenRefused(token.substring(0, token.length() - 1) + "A~");
    }

    @Test
    void refusesSomebodyWhoDoesNotExistWithTheSameAnswer() {
        assertThatThrownBy(() -> log.when(new VerifyEmail(UUID.randomUUID(), new Secret(token))))
                .isInstanceOf(LinkNotValid.class);
    }

    @Test
    void makesNoLinkForAnAddressThatIsProven() {
        verify(token);
        log.when(new RequestEmailVerification("grace@example.org"));
        assertThat(log.happened()).isEmpty();
    }

    @Test
    void makesNoLinkForAStranger() {
        log.when(new RequestEmailVerification("nobody@example.org"));
        assertThat(log.happened()).isEmpty();
    }

    @Test
    void makesNoMoreThanFiveLinksInAnHour() {
        for (int link = 2; link <= 5; link++) {
            log.when(new RequestEmailVerification("grace@example.org"));
            assertThat(log.happened()).hasOnlyElementsOfType(EmailVerificationRequested.class);
        }
        log.when(new RequestEmailVerification("grace@example.org"));
        assertThat(log.happened()).isEmpty();
    }

    private void verify(String given) {
        log.when(new VerifyEmail(userId, new Secret(given)));
    }

    private void thenRefused(String given) {
        assertThatThrownBy(() -> verify(given)).isInstanceOf(LinkNotValid.class);
        assertThat(log.happened()).isEmpty();
    }
}
