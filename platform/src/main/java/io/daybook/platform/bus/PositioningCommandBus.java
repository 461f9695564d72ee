package io.daybook.platform.bus;

import io.daybook.platform.log.AppendedPosition;
import io.daybook.platform.log.RunningCommand;

import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.MessageHandler;

import java.util.Map;
import java.util.UUID;

/**
 * A local command bus whose answers say which event of the command is the last and at which
 * position of the log it stands.
 */
public final class PositioningCommandBus extends SimpleCommandBus {

    public PositioningCommandBus(Builder builder) {
        super(builder);
    }

    @Override
    protected <C, R> void handle(
            CommandMessage<C> command,
            MessageHandler<? super CommandMessage<?>> handler,
            CommandCallback<? super C, ? super R> callback) {
        AppendedPosition.take();
        RunningCommand.handle(
                () ->
                        super.<C, R>handle(
                                command,
                                handler,
                                (handled, result) ->
                                        callback.onResult(handled, positioned(result))));
    }

    private static <R> CommandResultMessage<? extends R> positioned(
            CommandResultMessage<? extends R> result) {
        UUID event = AppendedPosition.event();
        long position = AppendedPosition.take();
        return event == null
                ? result
                : result.andMetaData(
                        Map.of(Metadata.POSITION, position, Origin.EVENT, event.toString()));
    }
}
