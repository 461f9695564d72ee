package io.daybook.api.platform.observing;

import io.daybook.platform.proof.LogChain;
import io.daybook.platform.proof.LogChainKeeper;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Status;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import java.time.Duration;

/**
 * Whether the log can be reached through the pool for writing, how far its chain is, and whether
 * this node can extend it.
 */
final class LogHealth implements ReactiveHealthIndicator {

    private static final Status DEGRADED =
            new Status("DEGRADED", "The hash chain is not extended.");
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final LogChain chain;
    private final LogChainKeeper keeper;
    private final Scheduler virtualThreads;

    LogHealth(LogChain chain, LogChainKeeper keeper, Scheduler virtualThreads) {
        this.chain = chain;
        this.keeper = keeper;
        this.virtualThreads = virtualThreads;
    }

    @Override
    public Mono<Health> health() {
        return Mono.fromCallable(chain::length)
                .subscribeOn(virtualThreads)
                .timeout(PATIENCE)
                .map(
                        length ->
                                keeper.trouble()
                                        .map(
                                                why ->
                                                        Health.status(DEGRADED)
                                                                .withDetail("reason", why))
                                        .orElseGet(Health::up)
                                        .withDetail("chained", length)
                                        .build())
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
