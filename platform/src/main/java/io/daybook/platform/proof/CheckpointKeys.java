package io.daybook.platform.proof;

import io.daybook.platform.keys.Aead;
import io.daybook.platform.keys.InstallationKeys;

import org.springframework.jdbc.core.JdbcOperations;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import javax.crypto.SecretKey;

/**
 * The keys that sign checkpoints and what is retired: one at a time, its private half wrapped by
 * the master key. A retired one keeps its public half for ever and loses the private one.
 */
final class CheckpointKeys {

    private static final byte[] CONTEXT = "checkpoint-key".getBytes(StandardCharsets.UTF_8);

    private final JdbcOperations jdbc;
    private final SecretKey wrapping;
    private final Clock clock;

    CheckpointKeys(JdbcOperations jdbc, InstallationKeys installation, Clock clock) {
        this.jdbc = jdbc;
        this.wrapping = installation.aes("checkpoint-keys");
        this.clock = clock;
    }

    /** A key that can sign. */
    record Signer(NoteKey key, PrivateKey secret) {

        SignedNote sign(SignedNote note) {
            return note.signed(key, secret);
        }

        /** Whether both halves belong together: the public one lies in the open. */
        private boolean fits() {
            return sign(new SignedNote("halves\n", List.of())).isSignedBy(List.of(key));
        }
    }

    /** The name of this installation's log. */
    static String origin(JdbcOperations jdbc) {
        return "daybook/" + jdbc.queryForObject("select log_id from log_identity", String.class);
    }

    /** The public halves of all keys that ever signed, the newest first. */
    static List<NoteKey> published(JdbcOperations jdbc) {
        String origin = origin(jdbc);
        return jdbc.query(
                "select public_key from checkpoint_key order by retired_at desc nulls first",
                (row, number) -> new NoteKey(origin, row.getBytes(1)));
    }

    /**
     * The key in use; made when there is none, or when the one there was wrapped by another master
     * key.
     */
    Signer current() {
        Optional<Signer> kept = kept();
        if (kept.isPresent()) {
            return kept.get();
        }
        retire();
        return make();
    }

    /** Retires the key in use and makes the next one; the retired one signs a last time. */
    List<Signer> rotate() {
        Signer retired = current();
        retire();
        return List.of(make(), retired);
    }

    /** The public half of the key in use, if the master key shows that it is one of ours. */
    Optional<NoteKey> own() {
        return kept().filter(Signer::fits).map(Signer::key);
    }

    private Optional<Signer> kept() {
        String origin = origin(jdbc);
        List<Optional<Signer>> found =
                jdbc.query(
                        "select public_key, private_key from checkpoint_key where retired_at is"
                                + " null",
                        (row, number) -> {
                            NoteKey key = new NoteKey(origin, row.getBytes(1));
                            return unwrapped(row.getBytes(2)).map(s -> new Signer(key, s));
                        });
        return found.stream().flatMap(Optional::stream).findFirst();
    }

    private void retire() {
        jdbc.update(
                "update checkpoint_key set retired_at = ?, private_key = null where retired_at is"
                        + " null",
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    private Signer make() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            NoteKey key = NoteKey.of(origin(jdbc), pair.getPublic());
            jdbc.update(
                    "insert into checkpoint_key (public_key, private_key, created_at) values (?, ?,"
                            + " ?)",
                    key.key(),
                    Aead.encrypt(wrapping, pair.getPrivate().getEncoded(), CONTEXT),
                    clock.instant().atOffset(ZoneOffset.UTC));
            return new Signer(key, pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM lacks Ed25519", e);
        }
    }

    private Optional<PrivateKey> unwrapped(byte[] wrapped) {
        try {
            byte[] encoded = Aead.decrypt(wrapping, wrapped, CONTEXT);
            return Optional.of(
                    KeyFactory.getInstance("Ed25519")
                            .generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException | IllegalStateException otherMasterKey) {
            return Optional.empty();
        }
    }
}
