package io.daybook.command.identity.password;

import io.daybook.messages.Secret;

import org.bouncycastle.crypto.RuntimeCryptoException;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;

/**
 * Makes and checks password verifiers: Argon2id with {@link Argon2Cost#CURRENT}, native where a
 * library loads; bcrypt verifiers that were imported are checked too. At most as many hashes run at
 * once as {@link HashingRoom} has places.
 */
public final class PasswordHash {

    private static final int SALT_LENGTH = 16;
    private static final int TAG_LENGTH = 32;

    /** bcrypt reads no more than this of a password. */
    private static final int BCRYPT_LENGTH = 72;

    private final Argon2 preferred;
    private final Argon2 portable = new PortableArgon2();
    private final HashingRoom room;
    private final SecureRandom random = new SecureRandom();
    private final String dummy;

    PasswordHash(Argon2 preferred, HashingRoom room) {
        this.preferred = preferred;
        this.room = room;
        this.dummy =
                new PhcHash(Argon2Cost.CURRENT, random(SALT_LENGTH), random(TAG_LENGTH)).format();
    }

    /** With the native function where a library loads, Bouncy Castle's otherwise. */
    public static PasswordHash best(HashingRoom room) {
        return new PasswordHash(SodiumLibrary.load().orElseGet(PortableArgon2::new), room);
    }

    /** A new verifier of a password, in the PHC string format. */
    public String verifier(Secret password) {
        byte[] salt = random(SALT_LENGTH);
        byte[] tag = tag(password, salt, Argon2Cost.CURRENT, TAG_LENGTH);
        String verifier = new PhcHash(Argon2Cost.CURRENT, salt, tag).format();
        Arrays.fill(tag, (byte) 0);
        return verifier;
    }

    /** Compares in a time that does not depend on how much of it is right. */
    public Verdict verify(Secret password, String verifier) {
        if (verifier.startsWith("$2")) {
            return verifyBcrypt(password, verifier);
        }
        Optional<PhcHash> parsed = PhcHash.parse(verifier);
        if (parsed.isEmpty()) {
            return refuse(password);
        }
        PhcHash stored = parsed.get();
        byte[] tag = tag(password, stored.salt(), stored.cost(), stored.tag().length);
        boolean same = MessageDigest.isEqual(tag, stored.tag());
        Arrays.fill(tag, (byte) 0);
        if (!same) {
            return Verdict.DIFFERS;
        }
        return stored.cost().weakerThan(Argon2Cost.CURRENT)
                ? Verdict.MATCHES_OUTDATED
                : Verdict.MATCHES;
    }

    /** Takes as long as {@link #verify} and refuses: for a person who does not exist. */
    public Verdict refuse(Secret password) {
        verify(password, dummy);
        return Verdict.DIFFERS;
    }

    /** What computes, in words for the operator. */
    public String description() {
        return preferred.description();
    }

    /** One password typed on two keyboards is one sequence of bytes (NIST SP 800-63B: NFKC). */
    private byte[] tag(Secret password, byte[] salt, Argon2Cost cost, int length) {
        Argon2 function = preferred.supports(cost, salt.length) ? preferred : portable;
        byte[] bytes =
                Normalizer.normalize(password.value(), Normalizer.Form.NFKC)
                        .getBytes(StandardCharsets.UTF_8);
        try {
            return room.run(() -> function.tag(bytes, salt, cost, length));
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private Verdict verifyBcrypt(Secret password, String verifier) {
        byte[] all = password.value().getBytes(StandardCharsets.UTF_8);
        byte[] bytes = Arrays.copyOf(all, Math.min(all.length, BCRYPT_LENGTH));
        try {
            return room.run(() -> OpenBSDBCrypt.checkPassword(verifier, bytes))
                    ? Verdict.MATCHES_OUTDATED
                    : Verdict.DIFFERS;
        } catch (IllegalArgumentException | RuntimeCryptoException unreadable) {
            return refuse(password);
        } finally {
            Arrays.fill(all, (byte) 0);
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private byte[] random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
