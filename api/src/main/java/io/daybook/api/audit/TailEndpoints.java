package io.daybook.api.audit;

import io.daybook.api.platform.Caller;
import io.daybook.api.platform.Needs;
import io.daybook.api.platform.Permission;
import io.daybook.api.platform.Queries;
import io.daybook.api.platform.security.CallerAuthentication;
import io.daybook.api.platform.security.EndedSessions;
import io.daybook.messages.audit.AuditEntries;
import io.daybook.messages.audit.AuditFilter;
import io.daybook.messages.audit.AuditPage;

import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The history as it is written: server-sent events ({@code entry}, oldest first) with what the
 * filter finds after a position; {@code gap} when more came at once than a page shows, which is
 * then to be read anew. A stream ends with the session or its token.
 */
@RestController
public class TailEndpoints {

    private static final Duration PACE = Duration.ofMillis(250);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final int AT_ONCE = 100;

    private final ActivityNews news;
    private final Queries queries;
    private final EndedSessions ended;
    private final Clock clock;

    TailEndpoints(ActivityNews news, Queries queries, EndedSessions ended, Clock clock) {
        this.news = news;
        this.queries = queries;
        this.ended = ended;
        this.clock = clock;
    }

    /** What the caller does and what concerns them, after a position. */
    @GetMapping(path = "/api/activity/tail", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Needs(Permission.ACTIVITY_READ)
    public Flux<ServerSentEvent<?>> activityTail(
            CallerAuthentication authentication,
            @RequestParam long after,
            @Valid @ModelAttribute HistoryFilter filter) {
        return tail(authentication, authentication.getPrincipal().userId(), after, filter);
    }

    /** What everybody does, after a position. */
    @GetMapping(path = "/api/audit/tail", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Needs(Permission.AUDIT_READ)
    public Flux<ServerSentEvent<?>> auditTail(
            CallerAuthentication authentication,
            @RequestParam long after,
            @Valid @ModelAttribute HistoryFilter filter) {
        return tail(authentication, null, after, filter);
    }

    private Flux<ServerSentEvent<?>> tail(
            CallerAuthentication authentication,
            @Nullable UUID reader,
            long after,
            HistoryFilter filter) {
        Caller caller = authentication.getPrincipal();
        AuditFilter wanted = filter.filter();
        AtomicLong seen = new AtomicLong(after);
        Duration left = Duration.between(clock.instant(), authentication.until());
        Flux<ServerSentEvent<?>> entries =
                news.positions()
                        .sample(PACE)
                        .startWith(after)
                        .onBackpressureLatest()
                        .concatMap(position -> since(reader, wanted, seen, position), 1);
        return Flux.merge(entries, heartbeats())
                .takeUntilOther(Mono.delay(left))
                .takeUntilOther(
                        ended.news().filter(end -> end.sessionId().equals(caller.sessionId())));
    }

    private Flux<ServerSentEvent<?>> since(
            @Nullable UUID reader, AuditFilter filter, AtomicLong seen, long position) {
        AuditEntries query = new AuditEntries(reader, filter, seen.get(), AT_ONCE, null);
        return queries.ask(query, AuditPage.class, position)
                .flatMapMany(
                        page -> {
                            if (page.nextCursor() != null) {
                                seen.set(page.items().getFirst().position());
                                return Flux.just(event("gap", page.items().getFirst()));
                            }
                            return Flux.fromIterable(page.items().reversed())
                                    .doOnNext(entry -> seen.set(entry.position()))
                                    .map(entry -> event("entry", entry));
                        })
                // behind for once: the next beat brings it
                .onErrorResume(late -> Flux.empty());
    }

    private static ServerSentEvent<?> event(String name, Object data) {
        return ServerSentEvent.builder(data).event(name).build();
    }

    private static Flux<ServerSentEvent<?>> heartbeats() {
        return Flux.interval(Duration.ZERO, HEARTBEAT)
                .onBackpressureDrop()
                .map(beat -> ServerSentEvent.builder().comment("heartbeat").build());
    }
}
