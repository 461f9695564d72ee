package io.daybook.api.platform.observing;

import io.daybook.api.platform.Queries;
import io.daybook.messages.audit.AutomationList;
import io.daybook.messages.audit.AutomationStatus;
import io.daybook.messages.audit.AutomationStatuses;
import io.daybook.messages.audit.DeadLetterCounts;
import io.daybook.messages.audit.ParkedEvents;
import io.micrometer.core.instrument.MeterRegistry;

import reactor.core.publisher.Mono;

import java.util.List;

/** How the automations get on: their lag, whether one stands still, what they could not take in. */
final class AutomationFigures {

    private final Queries queries;
    private final FiguresOfEach<Automation> figures;

    AutomationFigures(Queries queries, MeterRegistry meters) {
        this.queries = queries;
        figures =
                new FiguresOfEach<Automation>("automation", one -> one.status().name(), meters)
                        .with(
                                "lag",
                                "Positions that an automation is behind the log",
                                one -> one.status().lag())
                        .with(
                                "stuck",
                                "1 when an automation stays where it is with more to read",
                                one -> one.status().stuck() ? 1 : 0)
                        .with(
                                "parked",
                                "Events that wait as dead letters of an automation",
                                Automation::parked);
    }

    /** Looks once. */
    Mono<Void> look() {
        return Mono.zip(
                        queries.ask(new AutomationStatuses(), AutomationList.class),
                        queries.ask(new DeadLetterCounts(), ParkedEvents.class))
                .doOnNext(seen -> figures.take(automations(seen.getT1(), seen.getT2())))
                .then();
    }

    private static List<Automation> automations(AutomationList list, ParkedEvents letters) {
        return list.items().stream()
                .map(one -> new Automation(one, letters.byGroup().getOrDefault(one.name(), 0L)))
                .toList();
    }

    private record Automation(AutomationStatus status, long parked) {}
}
