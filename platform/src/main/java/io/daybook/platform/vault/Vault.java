package io.daybook.platform.vault;

import io.daybook.platform.Identifiers;
import io.daybook.platform.keys.Aead;
import io.daybook.platform.keys.InstallationKeys;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps secrets (addresses with passwords, tokens) encrypted: each with a data key of its own,
 * which is wrapped by a key of the installation, so that the latter can be changed without touching
 * the secrets. Blocks; call off the event loop.
 */
public final class Vault {

    private final JdbcClient jdbc;
    private final SecretKey wrappingKey;
    private final SecureRandom random = new SecureRandom();

    public Vault(JdbcClient jdbc, InstallationKeys installation) {
        this.jdbc = jdbc;
        this.wrappingKey = installation.aes("vault");
    }

    /**
     * Stores a secret of a person and answers its reference; nothing is stored for somebody whose
     * key was destroyed. The lock on the key lets {@link #removeAllOf} see every secret there is.
     */
    public UUID put(UUID person, String secret) {
        UUID ref = Identifiers.next();
        byte[] context = ref.toString().getBytes(StandardCharsets.US_ASCII);
        byte[] dataKey = new byte[32];
        random.nextBytes(dataKey);
        int stored =
                jdbc.sql(
                                """
                                insert into vault (ref, person_id, wrapped_key, secret)
                                select :ref, person_id, :wrapped, :secret from personal_key
                                where person_id = :person and key is not null for share
                                """)
                        .param("ref", ref)
                        .param("person", person)
                        .param("wrapped", Aead.encrypt(wrappingKey, dataKey, context))
                        .param(
                                "secret",
                                Aead.encrypt(
                                        new SecretKeySpec(dataKey, "AES"),
                                        secret.getBytes(StandardCharsets.UTF_8),
                                        context))
                        .update();
        if (stored == 0) {
            throw new IllegalStateException("Nobody is there to keep a secret for");
        }
        return ref;
    }

    /** The secret behind a reference, unless it was removed. */
    public Optional<String> get(UUID ref) {
        byte[] context = ref.toString().getBytes(StandardCharsets.US_ASCII);
        return jdbc.sql("select wrapped_key, secret from vault where ref = ?")
                .param(ref)
                .query(
                        (row, number) -> {
                            byte[] dataKey = Aead.decrypt(wrappingKey, row.getBytes(1), context);
                            byte[] plain =
                                    Aead.decrypt(
                                            new SecretKeySpec(dataKey, "AES"),
                                            row.getBytes(2),
                                            context);
                            return new String(plain, StandardCharsets.UTF_8);
                        })
                .optional();
    }

    /** Removes a secret for good; removing twice is no error. */
    public void remove(UUID ref) {
        jdbc.sql("delete from vault where ref = ?").param(ref).update();
    }

    /** Removes every secret of a person for good. */
    public void removeAllOf(UUID person) {
        jdbc.sql("delete from vault where person_id = ?").param(person).update();
    }
}
