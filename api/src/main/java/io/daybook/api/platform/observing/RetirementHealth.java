package io.daybook.api.platform.observing;

import io.daybook.platform.proof.DetailRetirement;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Status;

import reactor.core.publisher.Mono;

/** Whether details leave the log when they should. Everything else goes on where they do not. */
final class RetirementHealth implements ReactiveHealthIndicator {

    private static final Status DEGRADED = new Status("DEGRADED", "Details are not retired.");

    private final DetailRetirement details;

    RetirementHealth(DetailRetirement details) {
        this.details = details;
    }

    @Override
    public Mono<Health> health() {
        return Mono.fromSupplier(
                () ->
                        details.trouble()
                                .map(why -> Health.status(DEGRADED).withDetail("reason", why))
                                .orElseGet(Health::up)
                                .build());
    }
}
