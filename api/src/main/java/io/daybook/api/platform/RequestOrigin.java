package io.daybook.api.platform;

import io.daybook.platform.bus.Origin;

import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

import java.util.Optional;
import java.util.function.Function;

/** Carries the origin of commands along a reactive chain. */
public final class RequestOrigin {

    private RequestOrigin() {}

    /** Gives a chain its origin: {@code mono.contextWrite(RequestOrigin.is(origin))}. */
    public static Function<Context, Context> is(Origin origin) {
        return context -> context.put(Origin.class, origin);
    }

    /** The origin that a chain was given. */
    public static Optional<Origin> of(ContextView context) {
        return context.getOrEmpty(Origin.class);
    }

    /** The origin of the current chain, or another. */
    public static Mono<Origin> or(Origin other) {
        return Mono.deferContextual(context -> Mono.just(of(context).orElse(other)));
    }
}
