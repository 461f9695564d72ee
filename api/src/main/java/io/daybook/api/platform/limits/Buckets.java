package io.daybook.api.platform.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.daybook.api.platform.errors.TooManyRequests;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.local.LocalBucketBuilder;

import java.time.Duration;
import java.util.List;

/** Token buckets by key, so many of them at most; the least used are forgotten first. */
final class Buckets {

    private static final long MOST = 100_000;

    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(Duration.ofHours(2)).build();
    private final List<Bandwidth> bandwidths;

    Buckets(Bandwidth... bandwidths) {
        this.bandwidths = List.of(bandwidths);
    }

    static Bandwidth per(Duration time, int capacity) {
        return Bandwidth.builder().capacity(capacity).refillGreedy(capacity, time).build();
    }

    /** Takes one, or says when there will be one. */
    void take(String key) {
        ConsumptionProbe probe = bucket(key).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooManyRequests(
                    Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1));
        }
    }

    /** Puts one back that turned out not to count. */
    void giveBack(String key) {
        bucket(key).addTokens(1);
    }

    private Bucket bucket(String key) {
        return buckets.get(
                key,
                absent -> {
                    LocalBucketBuilder builder = Bucket.builder();
                    bandwidths.forEach(builder::addLimit);
                    return builder.build();
                });
    }
}
