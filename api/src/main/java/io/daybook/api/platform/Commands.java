package io.daybook.api.platform;

import io.daybook.messages.Actor;
import io.daybook.platform.bus.Metadata;
import io.daybook.platform.bus.Origin;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.util.context.ContextView;
import reactor.util.retry.Retry;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/**
 * The door to the command side: dispatches off the event loop, says where a command comes from, and
 * brings back the position of what happened.
 */
public final class Commands {

    // Two commands for the same thing on two nodes: the log lets one of them in, the other decides
    // anew.
    private static final Retry ANOTHER_WAS_FIRST =
            Retry.backoff(5, Duration.ofMillis(5))
                    .jitter(0.5)
                    .filter(
                            error ->
                                    error instanceof ConcurrencyException
                                            || error instanceof AggregateStreamCreationException)
                    .onRetryExhaustedThrow((spec, signal) -> signal.failure());

    private final CommandBus bus;
    private final Scheduler virtualThreads;
    private final LastWrites writes;

    public Commands(CommandBus bus, Scheduler virtualThreads, LastWrites writes) {
        this.bus = bus;
        this.virtualThreads = virtualThreads;
        this.writes = writes;
    }

    /** Dispatches a command; fails with the refusal of the command side as it was thrown there. */
    public <R> Mono<Written<@Nullable R>> send(Object command, Actor actor) {
        return Mono.<Written<@Nullable R>>create(
                        sink -> {
                            CommandMessage<Object> message =
                                    GenericCommandMessage.asCommandMessage(command)
                                            .andMetaData(Metadata.of(actor))
                                            .andMetaData(origin(sink.contextView()));
                            bus.<Object, R>dispatch(
                                    message,
                                    (sent, result) -> {
                                        if (result.isExceptional()) {
                                            sink.error(result.exceptionResult());
                                        } else {
                                            Written<@Nullable R> written = written(result);
                                            writes.wrote(actor.sessionId(), written.position());
                                            sink.success(written);
                                        }
                                    });
                        })
                .subscribeOn(virtualThreads)
                .retryWhen(ANOTHER_WAS_FIRST);
    }

    private static <R> Written<@Nullable R> written(CommandResultMessage<? extends R> result) {
        Object position = result.getMetaData().get(Metadata.POSITION);
        Object event = result.getMetaData().get(Origin.EVENT);
        return new Written<>(
                result.getPayload(),
                position instanceof Number number ? number.longValue() : -1,
                event instanceof String id ? UUID.fromString(id) : null);
    }

    private static Map<String, Object> origin(ContextView context) {
        return RequestOrigin.of(context).map(Origin::metadata).orElse(Map.of());
    }
}
