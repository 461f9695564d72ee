package io.daybook.api.platform.security;

import io.daybook.api.platform.Caller;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;

/**
 * For how long an answer may go on that takes its time: until the session of whoever asked ends, on
 * whichever node, or until the token expires that proved it.
 */
public final class SignedIn {

    private final EndedSessions ended;
    private final Clock clock;

    public SignedIn(EndedSessions ended, Clock clock) {
        this.ended = ended;
        this.clock = clock;
    }

    /** A stream that ends with the session or with the token, whichever comes first. */
    public <T> Flux<T> limit(Flux<T> stream, CallerAuthentication authentication) {
        return stream.takeUntilOther(end(authentication.getPrincipal()))
                .takeUntilOther(expiry(authentication));
    }

    /** Tells when the session ends: at once where it has while the request was on its way. */
    public Mono<Boolean> end(Caller caller) {
        return Flux.merge(
                        ended.news()
                                .filter(end -> end.sessionId().equals(caller.sessionId()))
                                .map(end -> true),
                        Mono.fromSupplier(() -> ended.contains(caller.sessionId())))
                .filter(Boolean::booleanValue)
                .next();
    }

    /** Tells when the token expires. */
    public Mono<Long> expiry(CallerAuthentication authentication) {
        return Mono.defer(
                () -> Mono.delay(Duration.between(clock.instant(), authentication.until())));
    }
}
