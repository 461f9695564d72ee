package io.daybook.command.identity.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.messages.Refusal;
import io.daybook.messages.Secret;

import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

final class PasswordHashTest {

    private static final Secret PASSWORD = new Secret("correct horse battery staple");

    private final PasswordHash hash = PasswordHash.best(HashingRoom.forThisMachine());

    @Test
    void acceptsThePasswordThatItWasMadeOf() {
        assertThat(hash.verify(PASSWORD, hash.verifier(PASSWORD))).isEqualTo(Verdict.MATCHES);
    }

    @Test
    void refusesAnotherPassword() {
        assertThat(hash.verify(new Secret("Correct horse battery staple"), hash.verifier(PASSWORD)))
                .isEqualTo(Verdict.DIFFERS);
    }

    @Test
    void writesTheFormOfPhcWithTheParametersOfToday() {
        assertThat(hash.verifier(PASSWORD))
                .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[\\w+/]{43}");
    }

    @Test
    void neverMakesTheSameVerifierTwice() {
        assertThat(hash.verifier(PASSWORD)).isNotEqualTo(hash.verifier(PASSWORD));
    }

    @Test
    void theNativeAndThePortableFunctionAgree() {
        PasswordHash portable = new PasswordHash(new PortableArgon2(), new HashingRoom(1, 1));
        assertThat(hash.description()).startsWith("native");
        assertThat(hash.verify(PASSWORD, portable.verifier(PASSWORD))).isEqualTo(Verdict.MATCHES);
        assertThat(portable.verify(PASSWORD, hash.verifier(PASSWORD))).isEqualTo(Verdict.MATCHES);
    }

    /**
     * Made by the reference implementation: {@code echo -n password | argon2 somesalt -id -t 2 -m
     * 16 -p 1}.
     */
    @Test
    void agreesWithTheReferenceImplementation() {
        assertThat(
                        hash.verify(
                                new Secret("password"),
                                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ"
                                        + "$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"))
                .isEqualTo(Verdict.MATCHES);
    }

    @Test
    void saysThatAWeakerVerifierIsOutdated() {
        Argon2Cost weak = new Argon2Cost(8192, 1, 2);
        byte[] salt = "0123456789abcdef".getBytes(StandardCharsets.UTF_8);
        byte[] tag =
                new PortableArgon2()
                        .tag(PASSWORD.value().getBytes(StandardCharsets.UTF_8), salt, weak, 32);
        assertThat(hash.verify(PASSWORD, new PhcHash(weak, salt, tag).format()))
                .isEqualTo(Verdict.MATCHES_OUTDATED);
    }

    @Test
    void checksBcryptVerifiersThatWereImported() {
        String bcrypt =
                OpenBSDBCrypt.generate(
                        PASSWORD.value().toCharArray(),
                        "0123456789abcdef".getBytes(StandardCharsets.UTF_8),
                        4);
        assertThat(hash.verify(PASSWORD, bcrypt)).isEqualTo(Verdict.MATCHES_OUTDATED);
        assertThat(hash.verify(new Secret("another one"), bcrypt)).isEqualTo(Verdict.DIFFERS);
    }

    @Test
    void refusesVerifiersThatItCannotReadOrWouldNotPayFor() {
        assertThat(hash.verify(PASSWORD, "plain text")).isEqualTo(Verdict.DIFFERS);
        assertThat(hash.verify(PASSWORD, "$2y$broken")).isEqualTo(Verdict.DIFFERS);
        assertThat(
                        hash.verify(
                                PASSWORD,
                                "$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQ"
                                        + "$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"))
                .isEqualTo(Verdict.DIFFERS);
    }

    @Test
    void takesTwoWritingsOfOneCharacterForTheSame() {
        String verifier = hash.verifier(new Secret("caf\u00e9 caf\u00e9 caf\u00e9"));
        assertThat(hash.verify(new Secret("cafe\u0301 cafe\u0301 cafe\u0301"), verifier))
                .isEqualTo(Verdict.MATCHES);
    }

    @Test
    void turnsAwayMoreCallersThanMayWait() throws InterruptedException {
        HashingRoom room = new HashingRoom(1, 0);
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        Thread slow =
                Thread.ofVirtual()
                        .start(
                                () ->
                                        room.run(
                                                () -> {
                                                    inside.countDown();
                                                    return waitFor(leave);
                                                }));
        inside.await();
        assertThatThrownBy(() -> room.run(() -> "never"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.BUSY));
        leave.countDown();
        slow.join();
        assertThat(room.run(() -> "now")).isEqualTo("now");
    }

    private static boolean waitFor(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
