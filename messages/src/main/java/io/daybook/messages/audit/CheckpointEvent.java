package io.daybook.messages.audit;

import java.util.UUID;

/** What happens when the log is signed. */
public sealed interface CheckpointEvent extends AuditEvent
        permits CheckpointKeyChanged, CheckpointTaken {

    /** The aggregate that it happened to. */
    UUID checkpointId();
}
