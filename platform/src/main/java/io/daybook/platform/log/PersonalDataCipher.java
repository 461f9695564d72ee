package io.daybook.platform.log;

import io.daybook.platform.keys.Aead;
import io.daybook.platform.keys.PersonalKeys;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/**
 * Turns a text that tells something about a person into {@code enc1.<person>.<sealed>} and back;
 * once the person's key is destroyed it reads as absent, and nothing more can be written about
 * them.
 */
public final class PersonalDataCipher {

    private static final String PREFIX = "enc1.";
    private static final int PERSON = 22;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private final PersonalKeys keys;

    public PersonalDataCipher(PersonalKeys keys) {
        this.keys = keys;
    }

    /** Encrypts a text about a person; nothing remains of it when the person was erased. */
    public @Nullable String encrypt(UUID person, String text) {
        byte[] context = bytes(person);
        return keys.obtain(person)
                .map(
                        key ->
                                PREFIX
                                        + ENCODER.encodeToString(context)
                                        + "."
                                        + ENCODER.encodeToString(
                                                Aead.encrypt(
                                                        key,
                                                        text.getBytes(StandardCharsets.UTF_8),
                                                        context)))
                .orElse(null);
    }

    /**
     * Decrypts what {@link #encrypt} made; a text in clear passes unchanged (events from before it
     * was personal).
     */
    public @Nullable String decrypt(String stored) {
        if (!stored.startsWith(PREFIX)) {
            return stored;
        }
        int dot = PREFIX.length() + PERSON;
        byte[] context = DECODER.decode(stored.substring(PREFIX.length(), dot));
        ByteBuffer id = ByteBuffer.wrap(context);
        return keys.find(new UUID(id.getLong(), id.getLong()))
                .map(
                        key ->
                                new String(
                                        Aead.decrypt(
                                                key,
                                                DECODER.decode(stored.substring(dot + 1)),
                                                context),
                                        StandardCharsets.UTF_8))
                .orElse(null);
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
