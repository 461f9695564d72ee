package io.daybook.messages.audit;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import java.util.UUID;

/**
 * Lets another key sign checkpoints from now on, and takes one that both keys sign; answered by the
 * size that was signed.
 */
public record ChangeCheckpointKey(@TargetAggregateIdentifier UUID checkpointId) {}
