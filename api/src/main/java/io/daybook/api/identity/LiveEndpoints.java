package io.daybook.api.identity;

import io.daybook.api.platform.Caller;
import io.daybook.api.platform.LiveSource;
import io.daybook.api.platform.Needs;
import io.daybook.api.platform.Permission;
import io.daybook.api.platform.errors.TooManyRequests;
import io.daybook.api.platform.security.CallerAuthentication;
import io.daybook.api.platform.security.SignedIn;

import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Flux;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** One stream of news for each page that is open. */
@RestController
@RequestMapping("/api/live")
final class LiveEndpoints {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** Streams of one session at once. */
    private static final int MOST = 20;

    private final List<LiveSource> sources;
    private final SignedIn signedIn;
    private final Map<UUID, Integer> open = new ConcurrentHashMap<>();

    LiveEndpoints(List<LiveSource> sources, SignedIn signedIn) {
        this.sources = sources;
        this.signedIn = signedIn;
    }

    /** News until the session ends or its token expires: then the client connects again. */
    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Needs(Permission.ACCOUNT_OWN)
    Flux<ServerSentEvent<?>> live(CallerAuthentication authentication) {
        Caller caller = authentication.getPrincipal();
        return Flux.defer(
                () -> {
                    if (open.merge(caller.sessionId(), 1, Integer::sum) > MOST) {
                        close(caller.sessionId());
                        return Flux.error(new TooManyRequests(Duration.ofSeconds(15)));
                    }
                    return Flux.merge(
                                    Flux.fromIterable(sources).flatMap(one -> one.news(caller)),
                                    heartbeats())
                            // told before it ends, so that the page knows why
                            .takeUntil(news -> ends(news, caller.sessionId()))
                            .takeUntilOther(signedIn.expiry(authentication))
                            .doFinally(end -> close(caller.sessionId()));
                });
    }

    private void close(UUID sessionId) {
        open.computeIfPresent(sessionId, (id, count) -> count == 1 ? null : count - 1);
    }

    private static Flux<ServerSentEvent<?>> heartbeats() {
        return Flux.interval(Duration.ZERO, HEARTBEAT)
                .onBackpressureDrop()
                .map(beat -> ServerSentEvent.builder().comment("heartbeat").build());
    }

    private static boolean ends(ServerSentEvent<?> news, UUID sessionId) {
        return news.data() instanceof SessionNews.Ended ended
                && ended.sessionId().equals(sessionId);
    }
}
