package io.daybook.platform.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

/** A text with its signatures: c2sp.org/signed-note. */
record SignedNote(String text, List<Line> signatures) {

    private static final int LONGEST = 64 * 1024;
    private static final String DASH = "— ";

    /** One signature as its line says it: base64 of the key's id and the signature. */
    record Line(String name, String value) {}

    static SignedNote parse(String note) {
        int blank = note.lastIndexOf("\n\n");
        if (note.length() > LONGEST || blank < 0 || !note.endsWith("\n")) {
            throw new IllegalArgumentException("This is not a signed note");
        }
        List<Line> lines = new ArrayList<>();
        for (String line : note.substring(blank + 2).split("\n", -1)) {
            String[] parts = line.split(" ", 3);
            if (parts.length == 3 && line.startsWith(DASH)) {
                lines.add(new Line(parts[1], parts[2]));
            } else if (!line.isEmpty()) {
                throw new IllegalArgumentException("A signature of the note is malformed");
            }
        }
        return new SignedNote(note.substring(0, blank + 1), List.copyOf(lines));
    }

    /** The same with one more signature. */
    SignedNote signed(NoteKey key, PrivateKey secret) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(secret);
            signer.update(bytes());
            byte[] signature = signer.sign();
            ByteBuffer value =
                    ByteBuffer.allocate(Integer.BYTES + signature.length)
                            .putInt(key.id())
                            .put(signature);
            List<Line> lines = new ArrayList<>(signatures);
            lines.add(new Line(key.name(), Base64.getEncoder().encodeToString(value.array())));
            return new SignedNote(text, List.copyOf(lines));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The note cannot be signed", e);
        }
    }

    /**
     * Whether at least one of the keys signed it; a signature that names a known key and does not
     * hold spoils the note.
     */
    boolean isSignedBy(Collection<NoteKey> keys) {
        boolean known = false;
        for (Line line : signatures) {
            byte[] value = decoded(line.value());
            for (NoteKey key : keys) {
                if (value.length > Integer.BYTES
                        && key.name().equals(line.name())
                        && key.id() == ByteBuffer.wrap(value).getInt()) {
                    byte[] signature = new byte[value.length - Integer.BYTES];
                    ByteBuffer.wrap(value).position(Integer.BYTES).get(signature);
                    if (!key.verifies(bytes(), signature)) {
                        return false;
                    }
                    known = true;
                }
            }
        }
        return known;
    }

    private static byte[] decoded(String value) {
        try {
            return Base64.getDecoder().decode(value);
        } catch (IllegalArgumentException malformed) {
            return new byte[0];
        }
    }

    private byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** As it is kept and sent. */
    @Override
    public String toString() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(
                line ->
                        note.append(DASH)
                                .append(line.name())
                                .append(' ')
                                .append(line.value())
                                .append('\n'));
        return note.toString();
    }
}
