package io.daybook.messages.audit;

import org.axonframework.serialization.Revision;

import java.util.UUID;

/** Another key signs checkpoints from now on; both are public keys of signed notes. */
@Revision("1")
public record CheckpointKeyChanged(UUID checkpointId, String retiredKey, String key)
        implements CheckpointEvent {}
