package io.daybook.api.platform.limits;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.platform.errors.TooManyRequests;

import org.junit.jupiter.api.Test;

import java.sql.SQLException;

final class SignInLimitsTest {

    private final SignInLimits limits = new SignInLimits(new LimitSettings(30, 1200, 5, 20, 12));

    @Test
    void stopsGuessingFromOneAddressAfterFiveTries() {
        fail("grace", "192.0.2.1", 5);
        thenRefused("grace", "192.0.2.1");
        thenRefused(" GRACE ", "192.0.2.1");
    }

    @Test
    void aStrangerDoesNotLockTheOwnerOut() {
        fail("grace", "192.0.2.1", 5);
        thenAdmitted("grace", "198.51.100.7");
    }

    @Test
    void countsOnlyWrongPasswords() {
        for (int signIn = 0; signIn < 100; signIn++) {
            limits.succeeded(limits.begin("grace", "192.0.2.1"));
        }
        thenAdmitted("grace", "192.0.2.1");
    }

    @Test
    void countsNoTryThatTheDatabaseCutShort() {
        for (int signIn = 0; signIn < 100; signIn++) {
            limits.failed(
                    limits.begin("grace", "192.0.2.1"),
                    new IllegalStateException(new SQLException("no space left", "53100")));
        }
        thenAdmitted("grace", "192.0.2.1");
    }

    @Test
    void countsWhatManyTriesAtOnceCanBringAbout() {
        for (int signIn = 0; signIn < 5; signIn++) {
            limits.failed(
                    limits.begin("grace", "192.0.2.1"),
                    new IllegalStateException(new SQLException("somebody was faster", "23505")));
        }
        thenRefused("grace", "192.0.2.1");
    }

    @Test
    void stopsGuessingFromManyAddressesWithoutTouchingWhereTheOwnerHasSignedIn() {
        limits.succeeded(limits.begin("grace", "198.51.100.7"));
        for (int address = 1; address <= 3; address++) {
            fail("grace", "192.0.2." + address, 4);
        }
        thenRefused("grace", "192.0.2.9");
        thenAdmitted("grace", "198.51.100.7");
    }

    private void fail(String account, String address, int times) {
        for (int attempt = 0; attempt < times; attempt++) {
            limits.begin(account, address);
        }
    }

    private void thenRefused(String account, String address) {
        assertThatThrownBy(() -> limits.begin(account, address))
                .isInstanceOf(TooManyRequests.class);
    }

    private void thenAdmitted(String account, String address) {
        assertThatCode(() -> limits.begin(account, address)).doesNotThrowAnyException();
    }
}
