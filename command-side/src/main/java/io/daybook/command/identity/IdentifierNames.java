package io.daybook.command.identity;

import io.daybook.messages.identity.IdentifierKind;

import java.net.IDN;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names the aggregate of an e-mail address or username: a keyed hash of its canonical form, so that
 * two writings of one value meet in one aggregate and the log does not tell the value.
 */
public final class IdentifierNames {

    private static final String MAC = "HmacSHA256";

    private final SecretKeySpec key;

    public IdentifierNames(byte[] key) {
        this.key = new SecretKeySpec(key, MAC);
    }

    /** What a person types to sign in: an address has an @, a username cannot have one. */
    UUID ofSignIn(String text) {
        return text.indexOf('@') < 0 ? ofUsername(text) : ofEmail(text);
    }

    UUID ofEmail(String address) {
        return name(IdentifierKind.EMAIL, canonicalEmail(address));
    }

    UUID ofUsername(String username) {
        return name(IdentifierKind.USERNAME, canonical(username));
    }

    /** Compatibility form, no case, no surrounding space. */
    static String canonical(String text) {
        String normal = Normalizer.normalize(text.strip(), Normalizer.Form.NFKC);
        String folded = normal.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFKC).strip();
    }

    private static String canonicalEmail(String address) {
        String canonical = canonical(address);
        int at = canonical.lastIndexOf('@');
        try {
            return canonical.substring(0, at + 1) + IDN.toASCII(canonical.substring(at + 1));
        } catch (IllegalArgumentException notADomain) {
            return canonical;
        }
    }

    /** UUID version 8 (RFC 9562) of the first 122 bits. */
    private UUID name(IdentifierKind kind, String value) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            ByteBuffer hash =
                    ByteBuffer.wrap(
                            mac.doFinal((kind + ":" + value).getBytes(StandardCharsets.UTF_8)));
            return new UUID(
                    (hash.getLong() & ~0xF000L) | 0x8000L,
                    (hash.getLong() & ~(0xC0L << 56)) | (0x80L << 56));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
