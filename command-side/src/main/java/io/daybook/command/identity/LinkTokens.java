package io.daybook.command.identity;

import io.daybook.messages.Secret;
import io.daybook.messages.identity.EmailVerificationRequested;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The tokens of mailed links: derived from what the event says with a key of the installation, so
 * that the mail can be written from the event while the log holds a hash alone (ADR 0024). The
 * first 16 bytes of a token are the person's identifier.
 */
public final class LinkTokens {

    private static final String MAC = "HmacSHA256";

    private final SecretKeySpec key;

    public LinkTokens(byte[] key) {
        this.key = new SecretKeySpec(key, MAC);
    }

    /** The event of a new link that proves an address. */
    EmailVerificationRequested emailVerification(UUID userId, Instant now) {
        Instant expiresAt = now.plus(User.LINK_VALID).truncatedTo(ChronoUnit.MILLIS);
        return new EmailVerificationRequested(
                userId, hash(token("verify-email", userId, expiresAt)), expiresAt);
    }

    /** The token that belongs to such an event, for the mail. */
    public String token(EmailVerificationRequested event) {
        return token("verify-email", event.userId(), event.expiresAt());
    }

    /** The form in which tokens are kept: hexadecimal SHA-256. */
    public static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** Compares in constant time. */
    static boolean matches(Secret token, String hash) {
        return MessageDigest.isEqual(
                hash(token.value()).getBytes(StandardCharsets.US_ASCII),
                hash.getBytes(StandardCharsets.US_ASCII));
    }

    private String token(String purpose, UUID userId, Instant expiresAt) {
        ByteBuffer person =
                ByteBuffer.allocate(Long.BYTES * 2)
                        .putLong(userId.getMostSignificantBits())
                        .putLong(userId.getLeastSignificantBits());
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            mac.update(purpose.getBytes(StandardCharsets.US_ASCII));
            mac.update((byte) 0);
            mac.update(person.array());
            mac.update(ByteBuffer.allocate(Long.BYTES).putLong(expiresAt.toEpochMilli()).array());
            byte[] proof = mac.doFinal();
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            ByteBuffer.allocate(person.capacity() + proof.length)
                                    .put(person.array())
                                    .put(proof)
                                    .array());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
