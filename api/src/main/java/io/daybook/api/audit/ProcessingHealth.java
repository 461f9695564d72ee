package io.daybook.api.audit;

import io.daybook.api.platform.Queries;
import io.daybook.messages.audit.AutomationList;
import io.daybook.messages.audit.AutomationStatus;
import io.daybook.messages.audit.AutomationStatuses;
import io.daybook.messages.audit.DeadLetterCounts;
import io.daybook.messages.audit.ParkedEvents;
import io.daybook.messages.audit.ProjectionList;
import io.daybook.messages.audit.ProjectionStatus;
import io.daybook.messages.audit.ProjectionStatuses;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Status;

import reactor.core.publisher.Mono;

import java.util.List;

/**
 * The alarm for what does not get on: parked events, projections and automations that stand still
 * degrade the health of the installation. It stays in service, as everything else goes on.
 */
final class ProcessingHealth implements ReactiveHealthIndicator {

    private static final Status DEGRADED =
            new Status(
                    "DEGRADED",
                    "Events are parked, or a projection or an automation stands still.");

    private final Queries queries;

    ProcessingHealth(Queries queries) {
        this.queries = queries;
    }

    @Override
    public Mono<Health> health() {
        return Mono.zip(
                        queries.ask(new DeadLetterCounts(), ParkedEvents.class),
                        queries.ask(new ProjectionStatuses(), ProjectionList.class),
                        queries.ask(new AutomationStatuses(), AutomationList.class))
                .map(seen -> of(seen.getT1(), seen.getT2(), seen.getT3()))
                .onErrorResume(failure -> Mono.just(Health.unknown().build()));
    }

    private static Health of(
            ParkedEvents parked, ProjectionList projections, AutomationList automations) {
        List<String> failed =
                projections.items().stream()
                        .filter(one -> one.state().equals("failed"))
                        .map(ProjectionStatus::name)
                        .toList();
        List<String> stuck =
                automations.items().stream()
                        .filter(AutomationStatus::stuck)
                        .map(AutomationStatus::name)
                        .toList();
        Health.Builder health =
                parked.byGroup().isEmpty() && failed.isEmpty() && stuck.isEmpty()
                        ? Health.up()
                        : Health.status(DEGRADED);
        return health.withDetail("parked", parked.byGroup())
                .withDetail("failed", failed)
                .withDetail("stuck", stuck)
                .build();
    }
}
