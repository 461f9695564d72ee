package io.daybook.api.mcp;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.github.bucket4j.Bucket;

import reactor.core.publisher.Mono;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** What one person may do at a time and in a minute. */
final class CallLimits {

    private final int atOnce;
    private final Cache<UUID, Allowance> people;

    CallLimits(int atOnce, int perMinute) {
        this.atOnce = atOnce;
        this.people =
                Caffeine.newBuilder()
                        .expireAfterAccess(Duration.ofMinutes(10))
                        .maximumSize(100_000)
                        .build();
        this.perMinute = perMinute;
    }

    private final int perMinute;

    /** Runs a call within the limits, or fails with the reason too-many-calls. */
    <T> Mono<T> within(UUID person, Mono<T> call) {
        return Mono.defer(
                () -> {
                    Allowance allowance = people.get(person, unknown -> new Allowance(bucket()));
                    if (!allowance.bucket().tryConsume(1)) {
                        return Mono.error(
                                refusal("Too many calls within a minute. Wait a little."));
                    }
                    if (allowance.running().incrementAndGet() > atOnce) {
                        allowance.running().decrementAndGet();
                        return Mono.error(
                                refusal("Too many calls at the same time. Wait for one to end."));
                    }
                    return call.doFinally(end -> allowance.running().decrementAndGet());
                });
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(
                        limit ->
                                limit.capacity(perMinute)
                                        .refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }

    private static ToolFailure refusal(String sentence) {
        return new ToolFailure("too-many-calls", sentence);
    }

    private record Allowance(Bucket bucket, AtomicInteger running) {

        Allowance(Bucket bucket) {
            this(bucket, new AtomicInteger());
        }
    }
}
