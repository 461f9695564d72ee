package io.daybook.messages.audit;

import org.axonframework.serialization.Revision;

import java.util.UUID;

/**
 * The log was signed: its first so many events up to a position. The note is the signed text as it
 * can be kept elsewhere.
 */
@Revision("1")
public record CheckpointTaken(
        UUID checkpointId, long events, long upToPosition, String keyId, String note)
        implements CheckpointEvent {}
