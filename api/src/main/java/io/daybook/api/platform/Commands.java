package io.daybook.api.platform;

import io.daybook.messages.Actor;
import io.daybook.platform.bus.Metadata;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.jspecify.annotations.Nullable;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * The door to the command side: dispatches off the event loop and brings back the position of what
 * happened.
 */
public final class Commands {

    private final CommandBus bus;
    private final Scheduler virtualThreads;

    public Commands(CommandBus bus, Scheduler virtualThreads) {
        this.bus = bus;
        this.virtualThreads = virtualThreads;
    }

    /** Dispatches a command; fails with the refusal of the command side as it was thrown there. */
    public <R> Mono<Written<@Nullable R>> send(Object command, Actor actor) {
        return Mono.<Written<@Nullable R>>create(
                        sink -> {
                            CommandMessage<Object> message =
                                    GenericCommandMessage.asCommandMessage(command)
                                            .andMetaData(Metadata.of(actor));
                            bus.<Object, R>dispatch(
                                    message,
                                    (sent, result) -> {
                                        if (result.isExceptional()) {
                                            sink.error(result.exceptionResult());
                                        } else {
                                            sink.success(written(result));
                                        }
                                    });
                        })
                .subscribeOn(virtualThreads);
    }

    private static <R> Written<@Nullable R> written(CommandResultMessage<? extends R> result) {
        Object position = result.getMetaData().get(Metadata.POSITION);
        return new Written<>(
                result.getPayload(), position instanceof Number number ? number.longValue() : -1);
    }
}
