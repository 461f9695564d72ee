package io.daybook.api.assistant.runs;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.daybook.api.assistant.AssistantSettings;
import io.daybook.api.platform.errors.TooManyRequests;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;

import java.time.Duration;
import java.util.UUID;

/** How many questions one person may have and ask, so that nobody waits for somebody else's. */
final class RunLimits {

    private static final Duration SOON = Duration.ofSeconds(2);

    private final AssistantSettings settings;
    private final Cache<UUID, Bucket> buckets =
            Caffeine.newBuilder()
                    .maximumSize(100_000)
                    .expireAfterAccess(Duration.ofMinutes(10))
                    .build();

    RunLimits(AssistantSettings settings) {
        this.settings = settings;
    }

    /** Fails with 429 when this would be one too many. */
    void admit(UUID person, RunMemory memory) {
        if (memory.runningOf(person) >= settings.atOncePerUser()
                || memory.size() >= settings.atOnce()) {
            throw new TooManyRequests(SOON);
        }
        ConsumptionProbe probe = bucket(person).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooManyRequests(
                    Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1));
        }
    }

    private Bucket bucket(UUID person) {
        return buckets.get(
                person,
                absent ->
                        Bucket.builder()
                                .addLimit(
                                        limit ->
                                                limit.capacity(settings.perMinute())
                                                        .refillGreedy(
                                                                settings.perMinute(),
                                                                Duration.ofMinutes(1)))
                                .build());
    }
}
