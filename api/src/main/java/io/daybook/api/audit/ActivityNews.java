package io.daybook.api.audit;

import io.daybook.api.platform.Caller;
import io.daybook.api.platform.LiveSource;
import io.daybook.api.platform.Queries;
import io.daybook.messages.Actor;
import io.daybook.messages.audit.AuditEntries;
import io.daybook.messages.audit.AuditEntry;
import io.daybook.messages.audit.AuditPage;
import io.daybook.platform.log.LogToken;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.http.codec.ServerSentEvent;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

import java.time.Duration;
import java.util.List;

/** Tells a person what they just did, on whichever device, and what concerned them. */
@ProcessingGroup(ActivityNews.GROUP)
final class ActivityNews implements LiveSource {

    static final String GROUP = "activity-news";

    private static final String EVENT = "activity";
    private static final Duration PACE = Duration.ofMillis(250);
    private static final int AT_ONCE = 20;

    private final Queries queries;
    private final Sinks.Many<Happening> happenings = Sinks.many().multicast().directBestEffort();

    ActivityNews(Queries queries) {
        this.queries = queries;
    }

    @EventHandler
    void on(TrackedEventMessage<?> event) {
        if (happenings.currentSubscriberCount() > 0) {
            happenings.tryEmitNext(
                    new Happening(
                            LogToken.positionOf(event),
                            String.valueOf(event.getMetaData().get(Actor.USER)),
                            String.valueOf(event.getPayload())));
        }
    }

    @Override
    public Flux<ServerSentEvent<?>> news(Caller caller) {
        String person = caller.userId().toString();
        return happenings
                .asFlux()
                .filter(happening -> happening.concerns(person))
                .map(Happening::position)
                .buffer(PACE)
                .onBackpressureDrop()
                .concatMap(positions -> entries(caller, positions))
                .map(entry -> ServerSentEvent.builder(entry).event(EVENT).build());
    }

    private Flux<AuditEntry> entries(Caller caller, List<Long> positions) {
        AuditEntries query =
                new AuditEntries(
                        caller.userId(), null, null, null, null, null, null, AT_ONCE, null);
        return queries.ask(query, AuditPage.class, positions.getLast())
                .flatMapIterable(page -> page.items().reversed())
                .filter(entry -> positions.contains(entry.position()))
                .onErrorResume(behind -> Flux.empty());
    }

    /** An event, reduced to what tells whom it concerns. */
    private record Happening(long position, String actor, String text) {

        boolean concerns(String person) {
            return actor.equals(person) || text.contains(person);
        }
    }
}
