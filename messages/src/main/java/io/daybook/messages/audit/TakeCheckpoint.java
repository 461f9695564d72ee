package io.daybook.messages.audit;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import java.util.UUID;

/** Signs what the log is now; answered by the size that was signed. */
public record TakeCheckpoint(@TargetAggregateIdentifier UUID checkpointId) {}
