package io.daybook.api.audit;

import io.daybook.api.platform.Caller;
import io.daybook.api.platform.LiveSource;
import io.daybook.api.platform.Queries;
import io.daybook.messages.Actor;
import io.daybook.messages.audit.AuditEntries;
import io.daybook.messages.audit.AuditEntry;
import io.daybook.messages.audit.AuditFilter;
import io.daybook.messages.audit.AuditPage;
import io.daybook.platform.log.LogToken;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.codec.ServerSentEvent;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Tells a person what they just did, on whichever device, and what concerned them. It keeps nothing
 * and may miss what happens while nobody looks, so it reads along with the log itself: an event
 * processor would open every event for nobody.
 */
final class ActivityNews implements LiveSource, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ActivityNews.class);
    private static final String EVENT = "activity";
    private static final Duration PACE = Duration.ofMillis(250);
    private static final int AT_ONCE = 20;

    private final Queries queries;
    private final EventStore log;
    private final Sinks.Many<Happening> happenings = Sinks.many().multicast().directBestEffort();
    private @Nullable Thread reader;

    ActivityNews(Queries queries, EventStore log) {
        this.queries = queries;
        this.log = log;
    }

    @Override
    public synchronized void start() {
        reader = Thread.ofVirtual().name("activity-news").start(this::follow);
    }

    private void follow() {
        while (!Thread.currentThread().isInterrupted()) {
            try (BlockingStream<TrackedEventMessage<?>> events =
                    log.openStream(log.createHeadToken())) {
                while (true) {
                    tell(events.nextAvailable());
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failure) {
                LOG.warn("The log cannot be followed; trying again: {}", failure.getMessage());
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            }
        }
    }

    private void tell(TrackedEventMessage<?> event) {
        if (happenings.currentSubscriberCount() > 0) {
            happenings.tryEmitNext(
                    new Happening(
                            LogToken.positionOf(event),
                            String.valueOf(event.getMetaData().get(Actor.USER)),
                            String.valueOf(event.getPayload())));
        }
    }

    @Override
    public synchronized void stop() {
        if (reader != null) {
            reader.interrupt();
            reader = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return reader != null;
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

    /** Where in the log something happens, to whomever. */
    Flux<Long> positions() {
        return happenings.asFlux().map(Happening::position);
    }

    private Flux<AuditEntry> entries(Caller caller, List<Long> positions) {
        AuditEntries query =
                new AuditEntries(caller.userId(), AuditFilter.NONE, null, AT_ONCE, null);
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
