package io.daybook.api.platform.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.daybook.api.platform.errors.TooManyRequests;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Bounds wrong passwords. They are counted by account and address together, so that a stranger
 * locks out nobody but themselves; guessing from many addresses is bounded by account alone, which
 * does not touch addresses from which the owner has signed in before.
 */
public final class SignInLimits {

    // beginnings of SQLSTATE: connection, insufficient resources, shutdown
    private static final List<String> OUTAGES = List.of("08", "53", "57P");

    private final SecretKeySpec key = freshKey();
    private final Buckets here;
    private final Buckets anywhere;
    private final Cache<String, Boolean> proven =
            Caffeine.newBuilder()
                    .maximumSize(100_000)
                    .expireAfterWrite(Duration.ofDays(30))
                    .build();

    public SignInLimits(LimitSettings settings) {
        this.here =
                new Buckets(
                        Buckets.per(Duration.ofMinutes(1), settings.failuresPerMinute()),
                        Buckets.per(Duration.ofHours(1), settings.failuresPerHour()));
        this.anywhere =
                new Buckets(
                        Buckets.per(Duration.ofHours(1), settings.failuresPerHourFromAnywhere()));
    }

    /** Before the password is looked at: every try counts until it turns out to be right. */
    public Attempt begin(String identifier, String subscriber) {
        String account = account(identifier);
        String place = digest(account + " " + subscriber);
        here.take(place);
        boolean stranger = proven.getIfPresent(place) == null;
        if (stranger) {
            try {
                anywhere.take(account);
            } catch (TooManyRequests exhausted) {
                here.giveBack(place);
                throw exhausted;
            }
        }
        return new Attempt(account, place, stranger);
    }

    /** The password was right. */
    public void succeeded(Attempt attempt) {
        giveBack(attempt);
        proven.put(attempt.place(), true);
    }

    /**
     * Nobody learns whether the password was right. Where the database had no room, was stopped or
     * could not be reached, that is not counted; anything else is, since many who try at once can
     * bring it about.
     */
    public void failed(Attempt attempt, Throwable failure) {
        @Nullable Throwable cause = failure;
        while (cause != null && !isOutage(cause)) {
            cause = cause.getCause();
        }
        if (cause != null) {
            giveBack(attempt);
        }
    }

    private static boolean isOutage(Throwable cause) {
        return cause instanceof SQLException sql
                && OUTAGES.stream().anyMatch(String.valueOf(sql.getSQLState())::startsWith);
    }

    private void giveBack(Attempt attempt) {
        here.giveBack(attempt.place());
        if (attempt.stranger()) {
            anywhere.giveBack(attempt.account());
        }
    }

    // Only a digest with a key of this process stays in memory: it tells nobody's name or address.
    private String account(String identifier) {
        String shortened = identifier.substring(0, Math.min(identifier.length(), 254));
        return digest(
                Normalizer.normalize(shortened, Normalizer.Form.NFKC)
                        .strip()
                        .toLowerCase(Locale.ROOT));
    }

    private String digest(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This JVM lacks HMAC-SHA256", missing);
        }
    }

    private static SecretKeySpec freshKey() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return new SecretKeySpec(bytes, "HmacSHA256");
    }

    /** One try that has been counted. */
    public record Attempt(String account, String place, boolean stranger) {}
}
