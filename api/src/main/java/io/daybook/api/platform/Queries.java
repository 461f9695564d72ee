package io.daybook.api.platform;

import io.daybook.platform.bus.Metadata;

import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.GenericStreamingQueryMessage;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.jspecify.annotations.Nullable;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The door to the query side: asks off the event loop; an absent answer completes empty. */
public final class Queries {

    private final QueryBus bus;
    private final Scheduler virtualThreads;

    public Queries(QueryBus bus, Scheduler virtualThreads) {
        this.bus = bus;
        this.virtualThreads = virtualThreads;
    }

    /** Asks as of whatever the read model has reached. */
    public <R> Mono<R> ask(Object query, Class<R> answer) {
        return ask(query, answer, null);
    }

    /**
     * Asks as of at least a position of the log, waiting (bounded) until the read model has reached
     * it.
     */
    public <R> Mono<R> ask(Object query, Class<R> answer, @Nullable Long position) {
        return Mono.defer(
                        () -> {
                            GenericQueryMessage<Object, R> message =
                                    new GenericQueryMessage<>(
                                            query, ResponseTypes.instanceOf(answer));
                            return Mono.fromFuture(
                                    bus.query(
                                            position == null
                                                    ? message
                                                    : message.andMetaData(
                                                            Metadata.position(position))));
                        })
                .flatMap(Queries::payload)
                .subscribeOn(virtualThreads);
    }

    /** Asks for an answer that comes in many parts; whoever stops listening stops it. */
    public <R> Flux<R> stream(Object query, Class<R> part) {
        return Flux.defer(
                        () ->
                                Flux.from(
                                        bus.streamingQuery(
                                                new GenericStreamingQueryMessage<>(query, part))))
                .flatMap(Queries::payload)
                .subscribeOn(virtualThreads);
    }

    private static <R> Mono<R> payload(QueryResponseMessage<R> response) {
        return response.isExceptional()
                ? Mono.error(response.exceptionResult())
                : Mono.justOrEmpty(response.getPayload());
    }
}
