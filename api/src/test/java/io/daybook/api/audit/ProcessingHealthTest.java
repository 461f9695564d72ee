package io.daybook.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.platform.Queries;
import io.daybook.messages.audit.AutomationList;
import io.daybook.messages.audit.AutomationStatus;
import io.daybook.messages.audit.AutomationStatuses;
import io.daybook.messages.audit.DeadLetterCounts;
import io.daybook.messages.audit.ParkedEvents;
import io.daybook.messages.audit.ProjectionList;
import io.daybook.messages.audit.ProjectionStatus;
import io.daybook.messages.audit.ProjectionStatuses;

import org.axonframework.queryhandling.SimpleQueryBus;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;

import reactor.core.scheduler.Schedulers;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Whatever stands still degrades the health, and is named. */
final class ProcessingHealthTest {

    private static final ParkedEvents NONE = new ParkedEvents(Map.of());
    private static final ProjectionList LIVE = new ProjectionList(List.of(projection("live")));
    private static final AutomationList AWAKE = new AutomationList(List.of(automation(false)));

    private final SimpleQueryBus bus = SimpleQueryBus.builder().build();

    @Test
    void isUpWhereAllGetsOn() {
        assertThat(of(NONE, LIVE, AWAKE).getStatus().getCode()).isEqualTo("UP");
    }

    @Test
    void namesAProjectionThatFailed() {
        assertThat(degraded(NONE, new ProjectionList(List.of(projection("failed"))), AWAKE))
                .containsEntry("failed", List.of("users"))
                .containsEntry("stuck", List.of());
    }

    @Test
    void namesAnAutomationThatIsStuck() {
        assertThat(degraded(NONE, LIVE, new AutomationList(List.of(automation(true)))))
                .containsEntry("stuck", List.of("mails"))
                .containsEntry("failed", List.of());
    }

    @Test
    void namesWhoHasEventsParked() {
        assertThat(degraded(new ParkedEvents(Map.of("users@1", 2L)), LIVE, AWAKE))
                .containsEntry("parked", Map.of("users@1", 2L));
    }

    @Test
    void isUnknownWhereNobodyAnswers() {
        assertThat(health().getStatus().getCode()).isEqualTo("UNKNOWN");
    }

    private Map<String, Object> degraded(
            ParkedEvents parked, ProjectionList projections, AutomationList automations) {
        Health health = of(parked, projections, automations);
        assertThat(health.getStatus().getCode()).isEqualTo("DEGRADED");
        return health.getDetails();
    }

    private Health of(ParkedEvents parked, ProjectionList projections, AutomationList automations) {
        answer(DeadLetterCounts.class, ParkedEvents.class, parked);
        answer(ProjectionStatuses.class, ProjectionList.class, projections);
        answer(AutomationStatuses.class, AutomationList.class, automations);
        return health();
    }

    private <R> void answer(Class<?> query, Class<R> type, R answer) {
        bus.subscribe(query.getName(), type, question -> answer);
    }

    private Health health() {
        return Objects.requireNonNull(
                new ProcessingHealth(new Queries(bus, Schedulers.immediate())).health().block());
    }

    private static ProjectionStatus projection(String state) {
        return new ProjectionStatus(
                "users", "", 1, state, 1, 1, null, Instant.EPOCH, 0, null, null, null);
    }

    private static AutomationStatus automation(boolean stuck) {
        return new AutomationStatus("mails", 1, 2, stuck);
    }
}
