package io.daybook.api.identity;

import reactor.core.publisher.Mono;

import java.time.Duration;

/**
 * Answers at the next tick of 100 ms after the question, so that what was written or not written
 * meanwhile does not show in the time.
 */
final class SteadyPace {

    private static final long TICK = Duration.ofMillis(100).toNanos();

    private SteadyPace() {}

    static <T> Mono<T> of(Mono<T> answer) {
        return Mono.defer(
                () -> {
                    long start = System.nanoTime();
                    return answer.delayUntil(given -> Mono.delay(rest(start)));
                });
    }

    /** The same for failures alone. */
    static <T> Mono<T> refusals(Mono<T> answer) {
        return Mono.defer(
                () -> {
                    long start = System.nanoTime();
                    return answer.onErrorResume(
                            failure -> Mono.delay(rest(start)).then(Mono.error(() -> failure)));
                });
    }

    private static Duration rest(long start) {
        return Duration.ofNanos(TICK - (System.nanoTime() - start) % TICK);
    }
}
