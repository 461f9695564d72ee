package io.daybook.api.platform.observing;

import io.daybook.platform.proof.LogChain;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import java.time.Duration;

/** Whether the log can be reached through the pool for writing, and how far its chain is. */
final class LogHealth implements ReactiveHealthIndicator {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final LogChain chain;
    private final Scheduler virtualThreads;

    LogHealth(LogChain chain, Scheduler virtualThreads) {
        this.chain = chain;
        this.virtualThreads = virtualThreads;
    }

    @Override
    public Mono<Health> health() {
        return Mono.fromCallable(chain::length)
                .subscribeOn(virtualThreads)
                .timeout(PATIENCE)
                .map(length -> Health.up().withDetail("chained", length).build())
                .onErrorResume(
                        failure ->
                                Mono.just(
                                        Health.down()
                                                .withDetail(
                                                        "reason",
                                                        failure.getClass().getSimpleName())
                                                .build()));
    }
}
