package io.daybook.messages.audit;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import java.util.UUID;

/** Lets a processing group try the parked events of one thing again, in their order. */
public record RetryDeadLetters(
        @TargetAggregateIdentifier UUID groupId, String group, UUID sequence) {}
