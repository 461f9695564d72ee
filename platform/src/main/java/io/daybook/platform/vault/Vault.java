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

    /** Stores a secret and answers its reference. */
    public UUID put(String secret) {
        UUID ref = Identifiers.next();
        byte[] context = ref.toString().getBytes(StandardCharsets.US_ASCII);
        byte[] dataKey = new byte[32];
        random.nextBytes(dataKey);
        jdbc.sql("insert into vault (ref, wrapped_key, secret) values (?, ?, ?)")
                .params(
                        ref,
                        Aead.encrypt(wrappingKey, dataKey, context),
                        Aead.encrypt(
                                new SecretKeySpec(dataKey, "AES"),
                                secret.getBytes(StandardCharsets.UTF_8),
                                context))
                .update();
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
}
