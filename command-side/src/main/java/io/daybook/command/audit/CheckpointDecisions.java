package io.daybook.command.audit;

import io.daybook.messages.Actor;
import io.daybook.messages.audit.CheckpointEvent;
import io.daybook.messages.audit.CheckpointKeyChanged;
import io.daybook.messages.audit.CheckpointTaken;
import io.daybook.platform.proof.Checkpoints;

import java.util.List;
import java.util.UUID;

/** The rules of signing the log: administrators and Daybook itself do it. */
final class CheckpointDecisions {

    private CheckpointDecisions() {}

    static void allow(Actor actor) {
        if (!actor.administrator()) {
            throw new NotAnAdministrator();
        }
    }

    static List<CheckpointEvent> taken(UUID checkpointId, Checkpoints.Signed signed) {
        return List.of(event(checkpointId, signed));
    }

    /** The key in use is the first of those that signed, the retired one the last. */
    static List<CheckpointEvent> changed(UUID checkpointId, Checkpoints.Signed signed) {
        return List.of(
                new CheckpointKeyChanged(
                        checkpointId,
                        signed.keys().getLast().toString(),
                        signed.keys().getFirst().toString()),
                event(checkpointId, signed));
    }

    private static CheckpointTaken event(UUID checkpointId, Checkpoints.Signed signed) {
        return new CheckpointTaken(
                checkpointId,
                signed.checkpoint().size(),
                signed.checkpoint().position(),
                signed.keys().getFirst().hexId(),
                signed.checkpoint().toString());
    }
}
