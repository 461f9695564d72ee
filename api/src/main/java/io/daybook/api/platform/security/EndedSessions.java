package io.daybook.api.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.daybook.messages.identity.SessionEnd;
import io.daybook.messages.identity.SessionEnded;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

import java.time.Duration;
import java.util.UUID;

/**
 * The sessions that ended within the life of an access token, in the memory of every node, from the
 * log: their tokens are refused at once. The processor that feeds it keeps no token and starts
 * {@link #lookBack} before now.
 */
@ProcessingGroup(EndedSessions.GROUP)
public final class EndedSessions {

    public static final String GROUP = "ended-sessions";

    /** More than clocks of nodes differ, and than a node may be behind. */
    static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final Duration lookBack;
    private final Cache<UUID, SessionEnd> ended;
    private final Sinks.Many<SessionEnded> news = Sinks.many().multicast().directBestEffort();

    public EndedSessions(TokenSettings settings) {
        this.lookBack = settings.access().plus(CLOCKS_DIFFER.multipliedBy(2));
        this.ended = Caffeine.newBuilder().expireAfterWrite(lookBack).build();
    }

    /** How far back in the log a node has to read before it may answer. */
    public Duration lookBack() {
        return lookBack;
    }

    @EventHandler
    public void on(SessionEnded event) {
        ended.put(event.sessionId(), event.reason());
        news.emitNext(event, Sinks.EmitFailureHandler.busyLooping(Duration.ofSeconds(1)));
    }

    /** Whether the tokens of a session are refused. */
    public boolean contains(UUID sessionId) {
        return ended.getIfPresent(sessionId) != null;
    }

    /** Notes what this node has just ended, before the log brings it. */
    public void expect(UUID sessionId, SessionEnd reason) {
        ended.put(sessionId, reason);
    }

    /** Sessions as they end, on whichever node. */
    public Flux<SessionEnded> news() {
        return news.asFlux();
    }
}
