package io.daybook.api.platform.security;

import io.jsonwebtoken.Header;
import io.jsonwebtoken.LocatorAdapter;
import io.jsonwebtoken.ProtectedHeader;
import io.jsonwebtoken.security.Keys;

import org.jspecify.annotations.Nullable;

import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import javax.crypto.SecretKey;

/**
 * The keys that sign tokens of one kind. Every 30 days a new one takes over, named by its {@code
 * kid}, without anything to store: each is derived from the installation's key and the number of
 * the period. The one before it still verifies, which is longer than any token lives that it
 * signed.
 */
final class SigningKeys extends LocatorAdapter<Key> {

    private static final Duration PERIOD = Duration.ofDays(30);

    private final Function<String, byte[]> installation;
    private final String purpose;
    private final Clock clock;
    private final Map<Long, SecretKey> keys = new ConcurrentHashMap<>();

    SigningKeys(Function<String, byte[]> installation, String purpose, Clock clock) {
        this.installation = installation;
        this.purpose = purpose;
        this.clock = clock;
    }

    String currentId() {
        return Long.toString(period());
    }

    SecretKey current() {
        return key(period());
    }

    /** The key of this period or the one before; no other is looked at. */
    @Override
    protected @Nullable Key locate(ProtectedHeader header) {
        long current = period();
        String id = header.getKeyId();
        if (Long.toString(current).equals(id)) {
            return key(current);
        }
        return Long.toString(current - 1).equals(id) ? key(current - 1) : null;
    }

    @Override
    protected @Nullable Key doLocate(Header unprotected) {
        return null;
    }

    private SecretKey key(long period) {
        keys.keySet().removeIf(old -> old < period - 2);
        return keys.computeIfAbsent(
                period, number -> Keys.hmacShaKeyFor(installation.apply(purpose + "/" + number)));
    }

    private long period() {
        return clock.instant().getEpochSecond() / PERIOD.toSeconds();
    }
}
