package io.daybook.api.platform;

import org.springframework.http.codec.ServerSentEvent;

import reactor.core.publisher.Flux;

/** Something that has news for a person while they look: each bean of this kind joins /api/live. */
public interface LiveSource {

    /** The news for this caller, as named server-sent events, until cancelled. */
    Flux<ServerSentEvent<?>> news(Caller caller);
}
