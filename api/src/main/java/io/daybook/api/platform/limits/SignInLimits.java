package io.daybook.api.platform.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.daybook.api.platform.errors.TooManyRequests;

import java.text.Normalizer;
import java.time.Duration;
import java.util.Locale;

/**
 * Bounds wrong passwords. They are counted by account and address together, so that a stranger
 * locks out nobody but themselves; guessing from many addresses is bounded by account alone, which
 * does not touch addresses from which the owner has signed in before.
 */
public final class SignInLimits {

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
        String place = account + " " + subscriber;
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
        here.giveBack(attempt.place());
        if (attempt.stranger()) {
            anywhere.giveBack(attempt.account());
        }
        proven.put(attempt.place(), true);
    }

    private static String account(String identifier) {
        String shortened = identifier.substring(0, Math.min(identifier.length(), 254));
        return Normalizer.normalize(shortened, Normalizer.Form.NFKC)
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /** One try that has been counted. */
    public record Attempt(String account, String place, boolean stranger) {}
}
