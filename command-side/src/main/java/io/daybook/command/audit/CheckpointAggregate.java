package io.daybook.command.audit;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.messages.audit.ChangeCheckpointKey;
import io.daybook.messages.audit.CheckpointEvent;
import io.daybook.messages.audit.TakeCheckpoint;
import io.daybook.platform.bus.Metadata;
import io.daybook.platform.proof.Checkpoints;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/** A signature under the log; each stands for itself. */
@Aggregate(type = "Checkpoint")
final class CheckpointAggregate {

    private @Nullable UUID identity;

    CheckpointAggregate() {}

    @AggregateIdentifier
    @Nullable UUID checkpointId() {
        return identity;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    long handle(TakeCheckpoint command, MetaData metadata, Checkpoints checkpoints) {
        CheckpointDecisions.allow(Metadata.actor(metadata));
        Checkpoints.Signed signed = checkpoints.take();
        publish(CheckpointDecisions.taken(command.checkpointId(), signed));
        return signed.checkpoint().size();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    long handle(ChangeCheckpointKey command, MetaData metadata, Checkpoints checkpoints) {
        CheckpointDecisions.allow(Metadata.actor(metadata));
        Checkpoints.Signed signed = checkpoints.rotate();
        publish(CheckpointDecisions.changed(command.checkpointId(), signed));
        return signed.checkpoint().size();
    }

    @EventSourcingHandler
    void evolve(CheckpointEvent event) {
        identity = event.checkpointId();
    }

    private static void publish(List<CheckpointEvent> events) {
        events.forEach(event -> apply(event));
    }
}
