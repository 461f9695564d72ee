package io.daybook.api.platform.observing;

import io.daybook.api.platform.Queries;
import io.daybook.messages.audit.AutomationList;
import io.daybook.messages.audit.AutomationStatus;
import io.daybook.messages.audit.AutomationStatuses;
import io.daybook.messages.audit.DeadLetterCounts;
import io.daybook.messages.audit.ParkedEvents;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** How the automations get on: their lag, whether one stands still, what they could not take in. */
final class AutomationFigures {

    private final Queries queries;
    private final MultiGauge lag;
    private final MultiGauge stuck;
    private final MultiGauge parked;

    AutomationFigures(Queries queries, MeterRegistry meters) {
        this.queries = queries;
        lag =
                MultiGauge.builder("daybook.automation.lag")
                        .description("Positions that an automation is behind the log")
                        .register(meters);
        stuck =
                MultiGauge.builder("daybook.automation.stuck")
                        .description("1 when an automation stays where it is with more to read")
                        .register(meters);
        parked =
                MultiGauge.builder("daybook.automation.parked")
                        .description("Events that wait as dead letters of an automation")
                        .register(meters);
    }

    /** Looks once. */
    Mono<Void> look() {
        return Mono.zip(
                        queries.ask(new AutomationStatuses(), AutomationList.class),
                        queries.ask(new DeadLetterCounts(), ParkedEvents.class))
                .doOnNext(seen -> take(seen.getT1().items(), seen.getT2()))
                .then();
    }

    private void take(List<AutomationStatus> automations, ParkedEvents letters) {
        lag.register(rows(automations, AutomationStatus::lag), true);
        stuck.register(rows(automations, one -> one.stuck() ? 1 : 0), true);
        parked.register(
                rows(automations, one -> letters.byGroup().getOrDefault(one.name(), 0L)), true);
    }

    private static List<MultiGauge.Row<?>> rows(
            List<AutomationStatus> automations, ToDoubleFunction<AutomationStatus> value) {
        return automations.stream()
                .<MultiGauge.Row<?>>map(
                        one ->
                                MultiGauge.Row.of(
                                        Tags.of("automation", one.name()),
                                        value.applyAsDouble(one)))
                .toList();
    }
}
