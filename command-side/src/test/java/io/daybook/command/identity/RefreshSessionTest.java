package io.daybook.command.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.messages.identity.Device;
import io.daybook.messages.identity.RefreshAnswer;
import io.daybook.messages.identity.RefreshSession;
import io.daybook.messages.identity.RefreshTokenReused;
import io.daybook.messages.identity.SessionEnd;
import io.daybook.messages.identity.SessionEnded;
import io.daybook.messages.identity.SessionRefreshed;
import io.daybook.messages.identity.SignedIn;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

final class RefreshSessionTest {

    private final Harness log = new Harness();
    private UUID userId = new UUID(0, 0);
    private UUID sessionId = new UUID(0, 0);

    @BeforeEach
    void somebodyHasSignedIn() {
        userId = log.registered("grace@example.org");
        sessionId = log.signedIn("grace@example.org");
    }

    @Test
    void exchangesTheCurrentTokenForItsSuccessor() {
        LogClock.pass(Duration.ofMinutes(30));

        assertThat(generation(refresh(0, Harness.LAPTOP))).hasValue(1L);
        assertThat(log.happened())
                .containsExactly(
                        new SessionRefreshed(
                                sessionId,
                                userId,
                                1,
                                LogClock.START.plus(Duration.ofMinutes(30)).plusSeconds(604_800)));
    }

    @Test
    void answersTheSecondTabWithTheSameSuccessorAndRecordsNothing() {
        refresh(0, Harness.LAPTOP);
        LogClock.pass(Duration.ofSeconds(10));

        assertThat(generation(refresh(0, Harness.LAPTOP))).hasValue(1L);
        assertThat(log.happened()).isEmpty();
    }

    @Test
    void endsTheSessionWhenAUsedTokenComesAgainAfterTheGrace() {
        refresh(0, Harness.LAPTOP);
        LogClock.pass(Duration.ofMillis(10_001));

        assertThat(refresh(0, Harness.LAPTOP)).isEqualTo(RefreshAnswer.refused());
        thenReuseIsRecorded(0);
    }

    @Test
    void givesNoLongerGraceWhenTheClockIsSetBack() {
        refresh(0, Harness.LAPTOP);
        LogClock.pass(Duration.ofHours(-1));

        assertThat(refresh(0, Harness.LAPTOP)).isEqualTo(RefreshAnswer.refused());
        thenReuseIsRecorded(0);
    }

    @Test
    void endsTheSessionWhenAnotherDeviceHasAUsedToken() {
        refresh(0, Harness.LAPTOP);

        assertThat(refresh(0, Harness.PHONE)).isEqualTo(RefreshAnswer.refused());
        thenReuseIsRecorded(0);
    }

    @Test
    void endsTheSessionWhenAnOlderTokenComesWithinTheGrace() {
        refresh(0, Harness.LAPTOP);
        refresh(1, Harness.LAPTOP);

        assertThat(refresh(0, Harness.LAPTOP)).isEqualTo(RefreshAnswer.refused());
        thenReuseIsRecorded(0);
    }

    @Test
    void refusesEveryTokenOfAnEndedSessionWithoutAnotherEvent() {
        refresh(0, Harness.LAPTOP);
        refresh(0, Harness.PHONE);

        assertThat(refresh(1, Harness.LAPTOP)).isEqualTo(RefreshAnswer.refused());
        assertThat(log.happened()).isEmpty();
    }

    @Test
    void closesASessionThatNobodyCameBackToInTime() {
        LogClock.pass(Duration.ofDays(7));

        assertThat(refresh(0, Harness.LAPTOP)).isEqualTo(RefreshAnswer.refused());
        assertThat(log.happened())
                .containsExactly(new SessionEnded(sessionId, userId, SessionEnd.EXPIRED));
    }

    @Test
    void livesNoLongerThanNinetyDaysHoweverOftenRefreshed() {
        for (long generation = 0; generation < 15; generation++) {
            LogClock.pass(Duration.ofDays(6));
            refresh(generation, Harness.LAPTOP);
        }
        assertThat(log.happened())
                .containsExactly(new SessionEnded(sessionId, userId, SessionEnd.EXPIRED));
    }

    @Test
    void refusesASessionThatDoesNotExist() {
        assertThat(log.when(new RefreshSession(UUID.randomUUID(), 0, Harness.LAPTOP)))
                .isEqualTo(RefreshAnswer.refused());
    }

    private void thenReuseIsRecorded(long generation) {
        assertThat(log.happened())
                .containsExactly(
                        new RefreshTokenReused(sessionId, userId, generation),
                        new SessionEnded(sessionId, userId, SessionEnd.REFRESH_TOKEN_REUSED));
    }

    private RefreshAnswer refresh(long generation, Device device) {
        return log.when(new RefreshSession(sessionId, generation, device), RefreshAnswer.class);
    }

    private static Optional<Long> generation(RefreshAnswer answer) {
        return Optional.ofNullable(answer.signedIn()).map(SignedIn::generation);
    }
}
