package io.daybook.platform.keys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of each person, with which the personal data in their events is encrypted. Destroying it
 * is what erases a person from the log: its row stays behind as a tombstone, so that no later event
 * makes a new one.
 */
public final class PersonalKeys {

    private static final int READ_AHEAD = 1_000;
    private static final int CACHED = 200_000;

    /** However a node missed that a key was destroyed, it cannot read with it for longer. */
    private static final Duration KEPT = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final SecretKey wrappingKey;
    private final SecureRandom random = new SecureRandom();
    private final Cache<UUID, Optional<SecretKey>> cache =
            Caffeine.newBuilder().maximumSize(CACHED).expireAfterWrite(KEPT).build();

    public PersonalKeys(JdbcClient jdbc, InstallationKeys installation) {
        this.jdbc = jdbc;
        this.wrappingKey = installation.aes("personal-keys");
    }

    /** The key of a person, made when there is none yet; empty once it was destroyed. */
    public Optional<SecretKey> obtain(UUID person) {
        Optional<SecretKey> known = cache.getIfPresent(person);
        return known != null ? known : create(person);
    }

    /** The key of a person; empty when it was destroyed or never made. */
    public Optional<SecretKey> find(UUID person) {
        Optional<SecretKey> known = cache.getIfPresent(person);
        if (known != null) {
            return known;
        }
        // Identifiers sort by time, so whoever comes next in a replay most likely registered next:
        // read ahead.
        Map<UUID, Optional<SecretKey>> found = HashMap.newHashMap(READ_AHEAD);
        jdbc.sql(
                        "select person_id, key from personal_key where person_id >= ? order by"
                                + " person_id limit ?")
                .params(person, READ_AHEAD)
                .query(
                        row -> {
                            UUID id = row.getObject(1, UUID.class);
                            found.put(id, Optional.ofNullable(unwrap(id, row.getBytes(2))));
                        });
        cache.putAll(found);
        return found.getOrDefault(person, Optional.empty());
    }

    /** Destroys the key of a person for good. */
    public void destroy(UUID person) {
        jdbc.sql(
                        """
                        insert into personal_key (person_id, key, destroyed_at) values (?, null, now())
                        on conflict (person_id) do update
                        set key = null, destroyed_at = coalesce(personal_key.destroyed_at, now())
                        """)
                .param(person)
                .update();
        cache.put(person, Optional.empty());
        forgetOnRollback(person);
    }

    /** Everybody whose key was destroyed. */
    public List<UUID> destroyed() {
        return jdbc.sql("select person_id from personal_key where key is null order by person_id")
                .query(UUID.class)
                .list();
    }

    /** Forgets what is cached about a person: another node destroyed the key. */
    public void forget(UUID person) {
        cache.invalidate(person);
    }

    private Optional<SecretKey> create(UUID person) {
        byte[] fresh = new byte[32];
        random.nextBytes(fresh);
        int created =
                jdbc.sql(
                                "insert into personal_key (person_id, key) values (?, ?) on"
                                        + " conflict do nothing")
                        .params(person, Aead.encrypt(wrappingKey, fresh, bytes(person)))
                        .update();
        if (created == 0) {
            return find(person);
        }
        Optional<SecretKey> key = Optional.of(new SecretKeySpec(fresh, "AES"));
        cache.put(person, key);
        forgetOnRollback(person);
        return key;
    }

    // A key of a transaction that is rolled back never existed: were it kept, later events could
    // not be read again. Nor was one destroyed in it.
    private void forgetOnRollback(UUID person) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void afterCompletion(int status) {
                            if (status != STATUS_COMMITTED) {
                                cache.invalidate(person);
                            }
                        }
                    });
        }
    }

    private @Nullable SecretKey unwrap(UUID person, byte @Nullable [] wrapped) {
        return wrapped == null
                ? null
                : new SecretKeySpec(Aead.decrypt(wrappingKey, wrapped, bytes(person)), "AES");
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
