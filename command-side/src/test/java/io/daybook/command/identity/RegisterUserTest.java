package io.daybook.command.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.messages.Actor;
import io.daybook.messages.Refusal;
import io.daybook.messages.Secret;
import io.daybook.messages.identity.EmailVerificationRequested;
import io.daybook.messages.identity.IdentifierClaimed;
import io.daybook.messages.identity.IdentifierKind;
import io.daybook.messages.identity.RegisterUser;
import io.daybook.messages.identity.Role;
import io.daybook.messages.identity.TakenIdentifierTried;
import io.daybook.messages.identity.UserRegistered;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

final class RegisterUserTest {

    private final Harness log = new Harness();
    private final UUID userId = UUID.randomUUID();

    @Test
    void claimsTheAddressAndTheUsernameAndAsksForProof() {
        log.when(
                new RegisterUser(
                        userId, " Grace@Example.org ", "Grace", "grace", Harness.PASSWORD));

        assertThat(log.happened())
                .hasExactlyElementsOfTypes(
                        IdentifierClaimed.class,
                        IdentifierClaimed.class,
                        UserRegistered.class,
                        EmailVerificationRequested.class);
        UserRegistered user = log.happened(UserRegistered.class);
        assertThat(user.email()).isEqualTo("Grace@Example.org");
        assertThat(user.username()).isEqualTo("grace");
        assertThat(user.role()).isEqualTo(Role.USER);
        assertThat(user.passwordVerifier()).startsWith("$argon2id$");
    }

    @Test
    void neverWritesThePasswordOrTheTokenOfTheLinkIntoTheLog() {
        log.when(command("grace@example.org", null));

        assertThat(log.happened().toString())
                .doesNotContain(Harness.PASSWORD.value())
                .doesNotContain(log.linkToken());
    }

    @Test
    void theSameCommandAgainChangesNothing() {
        log.when(command("grace@example.org", "grace"));
        log.when(command("grace@example.org", "grace"));

        assertThat(log.happened()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grace@example.org",
                "GRACE@EXAMPLE.ORG",
                "\tgrace@example.org ",
                "ｇｒａｃｅ@example.org",
                "grace@ｅｘａｍｐｌｅ.org"
            })
    void answersAlikeForATakenAddressHoweverWritten(String writing) {
        UUID owner = log.registered("grace@example.org");

        log.when(command(writing, null));

        assertThat(log.happened())
                .containsExactly(
                        new TakenIdentifierTried(
                                log.names.ofEmail("grace@example.org"),
                                IdentifierKind.EMAIL,
                                owner));
    }

    @Test
    void tellsTheOwnerOnlyOnceInAnHourThatTheAddressWasTried() {
        log.registered("grace@example.org");
        log.when(command("grace@example.org", null));
        log.when(command("grace@example.org", null));
        assertThat(log.happened()).isEmpty();

        LogClock.pass(Duration.ofHours(1));
        log.when(command("grace@example.org", null));
        assertThat(log.happened()).hasOnlyElementsOfType(TakenIdentifierTried.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"grace@example.org", "free@example.org"})
    void saysThatAUsernameIsTakenWhateverTheAddress(String email) {
        log.when(
                new RegisterUser(
                        UUID.randomUUID(), "grace@example.org", null, "grace", Harness.PASSWORD));

        assertThatThrownBy(() -> log.when(command(email, "GRACE")))
                .isInstanceOf(UsernameTaken.class);
        assertThat(log.happened()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "grace", "@example.org", "grace@", "a b@example.org", "a@b@c", "a@b..c"})
    void refusesWhatCannotBeAnAddress(String email) {
        assertThatThrownBy(() -> log.when(command(email, null))).isInstanceOf(EmailNotValid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "has space", "at@sign", "-dash", "a\u200bbc"})
    void refusesWhatCannotBeAUsername(String username) {
        assertThatThrownBy(() -> log.when(command("grace@example.org", username)))
                .isInstanceOf(UsernameNotValid.class);
    }

    @Test
    void refusesAWeakPasswordWithTheReason() {
        assertThatThrownBy(
                        () ->
                                log.when(
                                        new RegisterUser(
                                                userId,
                                                "grace@example.org",
                                                null,
                                                null,
                                                new Secret("password1"))))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.type()).isEqualTo("weak-password"));
        assertThat(log.happened()).isEmpty();
    }

    @Test
    void letsOneOfAHundredSimultaneousRegistrationsHaveTheAddress() {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 100)
                    .mapToObj(
                            caller ->
                                    new RegisterUser(
                                            UUID.randomUUID(),
                                            caller % 2 == 0
                                                    ? "grace@example.org"
                                                    : "Grace@Example.ORG",
                                            null,
                                            null,
                                            Harness.PASSWORD))
                    .forEach(
                            command ->
                                    callers.execute(
                                            () -> log.send(command, Actor.anonymous("192.0.2.1"))));
        }
        assertThat(log.happened().stream().filter(UserRegistered.class::isInstance)).hasSize(1);
        assertThat(log.happened().stream().filter(TakenIdentifierTried.class::isInstance))
                .hasSize(1);
    }

    private RegisterUser command(String email, @Nullable String username) {
        return new RegisterUser(userId, email, "Grace Hopper", username, Harness.PASSWORD);
    }
}
