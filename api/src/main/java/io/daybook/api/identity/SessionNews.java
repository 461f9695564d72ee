package io.daybook.api.identity;

import io.daybook.api.platform.Caller;
import io.daybook.api.platform.LiveSource;
import io.daybook.api.platform.security.EndedSessions;
import io.daybook.messages.identity.SessionEnded;

import org.springframework.http.codec.ServerSentEvent;

import reactor.core.publisher.Flux;

import java.util.UUID;

/** Tells a person at once that one of their sessions has ended. */
final class SessionNews implements LiveSource {

    static final String EVENT = "session-ended";

    private final EndedSessions ended;

    SessionNews(EndedSessions ended) {
        this.ended = ended;
    }

    @Override
    public Flux<ServerSentEvent<?>> news(Caller caller) {
        return ended.news()
                .filter(event -> event.userId().equals(caller.userId()))
                .map(SessionNews::told);
    }

    private static ServerSentEvent<?> told(SessionEnded event) {
        return ServerSentEvent.builder(
                        new Ended(event.sessionId(), SessionItem.reason(event.reason())))
                .event(EVENT)
                .build();
    }

    /** Which session, and why. */
    record Ended(UUID sessionId, String reason) {}
}
