package io.daybook.platform.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A public key of signed notes (c2sp.org/signed-note): a name and an Ed25519 key. Written {@code
 * name+id+key}, as the tools of Go's checksum database do.
 */
public final class NoteKey {

    private static final byte ED25519 = 1;
    private static final int LENGTH = 32;
    // SubjectPublicKeyInfo of an Ed25519 key is these bytes and the key (RFC 8410)
    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] key;

    NoteKey(String name, byte[] key) {
        if (key.length != LENGTH || name.isEmpty() || name.matches(".*[\\s+].*")) {
            throw new IllegalArgumentException("This is not the key of a signed note");
        }
        this.name = name;
        this.key = key.clone();
    }

    /** The key of a pair that Java made. */
    static NoteKey of(String name, PublicKey key) {
        byte[] encoded = key.getEncoded();
        return new NoteKey(name, Arrays.copyOfRange(encoded, PREFIX.length, encoded.length));
    }

    /**
     * Reads a key as it is written.
     *
     * @throws IllegalArgumentException when it is not one, or its parts do not belong together
     */
    public static NoteKey parse(String written) {
        String[] parts = written.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("A key is written name+id+key");
        }
        byte[] encoded = Base64.getDecoder().decode(parts[2]);
        if (encoded.length != LENGTH + 1 || encoded[0] != ED25519) {
            throw new IllegalArgumentException("This is not an Ed25519 key");
        }
        NoteKey key = new NoteKey(parts[0], Arrays.copyOfRange(encoded, 1, encoded.length));
        if (!key.hexId().equals(parts[1])) {
            throw new IllegalArgumentException("The key is not the one that its id names");
        }
        return key;
    }

    public String name() {
        return name;
    }

    byte[] key() {
        return key.clone();
    }

    /** The first 32 bits of the hash of name, kind and key. */
    int id() {
        MessageDigest digest = Sha256.digest();
        digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(ED25519);
        return ByteBuffer.wrap(digest.digest(key)).getInt();
    }

    /** The same as people read it. */
    public String hexId() {
        return HexFormat.of().toHexDigits(id());
    }

    boolean verifies(byte[] text, byte[] signature) {
        try {
            byte[] encoded = Arrays.copyOf(PREFIX, PREFIX.length + LENGTH);
            System.arraycopy(key, 0, encoded, PREFIX.length, LENGTH);
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(
                    KeyFactory.getInstance("Ed25519")
                            .generatePublic(new X509EncodedKeySpec(encoded)));
            verifier.update(text);
            return verifier.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteKey same
                && name.equals(same.name)
                && Arrays.equals(key, same.key);
    }

    @Override
    public int hashCode() {
        return id();
    }

    /** As it is written and published. */
    @Override
    public String toString() {
        ByteBuffer encoded = ByteBuffer.allocate(LENGTH + 1).put(ED25519).put(key);
        return name + "+" + hexId() + "+" + Base64.getEncoder().encodeToString(encoded.array());
    }
}
