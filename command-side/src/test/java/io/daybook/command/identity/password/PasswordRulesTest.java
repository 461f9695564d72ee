package io.daybook.command.identity.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.messages.Secret;
import io.daybook.messages.identity.PasswordEstimate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

final class PasswordRulesTest {

    private final PasswordRules rules = new PasswordRules();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tangerine-lamp-42",
                "xkvq mwpo zzae",
                "ünïcödé wörds hère",
                "😀🎈🌵🍓🚀🎻🦔🧊"
            })
    void takesWhatIsHardToGuess(String password) {
        assertThat(estimate(password).acceptable()).isTrue();
        assertThat(estimate(password).reason()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "password",
                "Password1",
                "12345678",
                "qwertyuiop",
                "aaaaaaaaaaaa",
                "iloveyou1",
                "daybook1"
            })
    void refusesWhatIsGuessedFirstAndSaysWhy(String password) {
        assertThat(estimate(password).acceptable()).isFalse();
        assertThat(estimate(password).reason()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grace.hopper@example.org",
                "grace.hopper",
                "GraceHopper1",
                "hoppergrace",
                "hopperhopper"
            })
    void refusesThePersonsOwnNameAndAddress(String password) {
        assertThat(estimate(password).acceptable()).isFalse();
    }

    @Test
    void takesUpTo256Characters() {
        String words = "a long walk along the river at night, ";
        assertThat(estimate(words.repeat(7).substring(0, 256)).acceptable()).isTrue();
        assertThat(estimate(words.repeat(7).substring(0, 257)).acceptable()).isFalse();
    }

    private PasswordEstimate estimate(String password) {
        return rules.estimate(
                new Secret(password), List.of("grace.hopper@example.org", "Grace Hopper"));
    }
}
