package io.daybook.api.mcp.postgres;

import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits, without sleeping, until something holds. */
public final class Eventually {

    private Eventually() {}

    public static void holds(BooleanSupplier condition) {
        Boolean held =
                Flux.interval(Duration.ofMillis(20))
                        .publishOn(Schedulers.boundedElastic())
                        .onBackpressureDrop()
                        .map(tick -> condition.getAsBoolean())
                        .filter(Boolean::booleanValue)
                        .blockFirst(Duration.ofSeconds(30));
        if (held == null) {
            throw new AssertionError("It never came to hold");
        }
    }
}
