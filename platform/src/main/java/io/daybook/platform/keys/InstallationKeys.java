package io.daybook.platform.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of this installation, one for each purpose, derived from the master key (HKDF with
 * SHA-256, RFC 5869). The same master key gives the same keys on every node.
 */
public final class InstallationKeys {

    private final SecretKey master;

    public InstallationKeys(byte[] master) {
        if (master.length < 32) {
            throw new IllegalArgumentException(
                    "The master key has " + master.length + " bytes; it needs at least 32");
        }
        this.master = new SecretKeySpec(master, "HKDF");
    }

    /** The 256-bit key for a purpose, for example {@code identifiers}. */
    public byte[] key(String purpose) {
        try {
            return KDF.getInstance("HKDF-SHA256").deriveData(parameters(purpose));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM lacks HKDF-SHA256", e);
        }
    }

    /** The same as an AES key. */
    public SecretKey aes(String purpose) {
        return new SecretKeySpec(key(purpose), "AES");
    }

    private HKDFParameterSpec parameters(String purpose) {
        return HKDFParameterSpec.ofExtract()
                .addIKM(master)
                .thenExpand(("daybook/" + purpose).getBytes(StandardCharsets.UTF_8), 32);
    }
}
