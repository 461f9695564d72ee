package io.daybook.command.audit;

import io.daybook.messages.Actor;
import io.daybook.messages.audit.TakeCheckpoint;
import io.daybook.platform.Identifiers;
import io.daybook.platform.bus.Metadata;
import io.daybook.platform.proof.Checkpoints;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;

/**
 * Signs the log at regular intervals, when more has happened than the last signature itself. On
 * several nodes each does so at its own time; a checkpoint too many harms nobody.
 */
final class CheckpointKeeper extends Keeper {

    private static final Logger log = LoggerFactory.getLogger(CheckpointKeeper.class);
    private static final long OWN_EVENT = 1;

    private final Checkpoints checkpoints;
    private final CommandBus commands;
    private final Duration every;

    CheckpointKeeper(Checkpoints checkpoints, CommandBus commands, Duration every) {
        super("checkpoints", every);
        this.checkpoints = checkpoints;
        this.commands = commands;
        this.every = every;
    }

    @Override
    void round() {
        try {
            if (checkpoints.unsigned() > OWN_EVENT) {
                commands.dispatch(
                        GenericCommandMessage.asCommandMessage(
                                        new TakeCheckpoint(Identifiers.next()))
                                .andMetaData(Metadata.of(Actor.SYSTEM)),
                        (command, result) ->
                                result.optionalExceptionResult().ifPresent(this::failed));
            }
        } catch (RuntimeException failure) {
            failed(failure);
        }
    }

    private void failed(Throwable failure) {
        log.warn("The log could not be signed; trying again in {}: {}", every, failure.toString());
    }
}
