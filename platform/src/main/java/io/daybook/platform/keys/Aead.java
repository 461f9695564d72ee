package io.daybook.platform.keys;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Authenticated encryption: AES-256-GCM with a random 96-bit nonce in front of the ciphertext (NIST
 * SP 800-38D).
 */
public final class Aead {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Provider PROVIDER = provider();
    private static final ThreadLocal<Cipher> OPENING = ThreadLocal.withInitial(Aead::cipher);

    private Aead() {}

    /** Encrypts; the same context has to be given to decrypt. */
    public static byte[] encrypt(SecretKey key, byte[] plain, byte[] context) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            Cipher cipher = cipher();
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(context);
            ByteBuffer sealed = ByteBuffer.allocate(NONCE + cipher.getOutputSize(plain.length));
            sealed.put(nonce);
            cipher.doFinal(ByteBuffer.wrap(plain), sealed);
            return sealed.array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Encryption failed", e);
        }
    }

    /** Decrypts what {@link #encrypt} made; fails when key, context or a single bit differ. */
    public static byte[] decrypt(SecretKey key, byte[] sealed, byte[] context) {
        try {
            // Reused by its thread: for the same key once more it keeps the key's schedule.
            Cipher cipher = OPENING.get();
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE));
            cipher.updateAAD(context);
            return cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("Decryption failed: wrong key, or altered data", e);
        }
    }

    private static Cipher cipher() {
        try {
            return Cipher.getInstance(CIPHER, PROVIDER);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES-GCM", e);
        }
    }

    // Asking for the cipher by name alone walks through all providers each time.
    private static Provider provider() {
        try {
            return Cipher.getInstance(CIPHER).getProvider();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES-GCM", e);
        }
    }
}
