package io.daybook.command.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.messages.Secret;
import io.daybook.messages.identity.LogIn;
import io.daybook.messages.identity.LogInAnswer;
import io.daybook.messages.identity.RegisterUser;
import io.daybook.messages.identity.Role;
import io.daybook.messages.identity.SessionStarted;
import io.daybook.messages.identity.SignInRefused;
import io.daybook.messages.identity.SignedIn;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.UUID;

final class LogInTest {

    private final Harness log = new Harness();
    private final UUID userId = UUID.randomUUID();
    private final UUID sessionId = UUID.randomUUID();

    @BeforeEach
    void somebodyHasRegistered() {
        log.when(new RegisterUser(userId, "grace@example.org", null, "grace", Harness.PASSWORD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"grace@example.org", "Grace@EXAMPLE.org", "grace", "GRACE"})
    void startsASessionForTheRightPasswordByAddressOrUsername(String identifier) {
        LogInAnswer answer = logIn(identifier, Harness.PASSWORD);

        assertThat(answer.signedIn())
                .isEqualTo(
                        new SignedIn(
                                sessionId,
                                userId,
                                Role.USER,
                                0,
                                LogClock.START.plus(Duration.ofDays(7))));
        assertThat(log.happened()).hasOnlyElementsOfType(SessionStarted.class).hasSize(1);
        assertThat(log.happened(SessionStarted.class).browser()).isEqualTo("Firefox");
    }

    @Test
    void refusesAWrongPasswordAndRecordsIt() {
        assertThat(logIn("grace", new Secret("wrong password"))).isEqualTo(LogInAnswer.refused());
        assertThat(log.happened()).containsExactly(new SignInRefused(userId));
    }

    @Test
    void refusesAnUnknownPersonWithTheSameAnswer() {
        assertThat(logIn("nobody@example.org", Harness.PASSWORD)).isEqualTo(LogInAnswer.refused());
        assertThat(log.happened()).isEmpty();
    }

    @Test
    void recordsNoMoreThanTenRefusalsInAnHour() {
        for (int attempt = 0; attempt < 10; attempt++) {
            logIn("grace", new Secret("wrong password"));
        }
        logIn("grace", new Secret("wrong password"));
        assertThat(log.happened()).isEmpty();

        LogClock.pass(Duration.ofHours(1));
        logIn("grace", new Secret("wrong password"));
        assertThat(log.happened()).containsExactly(new SignInRefused(userId));
    }

    @Test
    void theSameCommandAgainAnswersAlikeAndChangesNothing() {
        LogInAnswer first = logIn("grace", Harness.PASSWORD);

        assertThat(logIn("grace", Harness.PASSWORD)).isEqualTo(first);
        assertThat(log.happened()).isEmpty();
    }

    @Test
    void nobodyEntersTheSessionOfAnother() {
        logIn("grace", Harness.PASSWORD);
        log.registered("ada@example.org");

        assertThat(logIn("ada@example.org", Harness.PASSWORD)).isEqualTo(LogInAnswer.refused());
        assertThat(log.happened()).isEmpty();
    }

    private LogInAnswer logIn(String identifier, Secret password) {
        return log.when(
                new LogIn(sessionId, identifier, password, Harness.LAPTOP), LogInAnswer.class);
    }
}
