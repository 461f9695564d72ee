package io.daybook.messages.audit;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import java.util.UUID;

/**
 * Lets a processing group pass over the event at the head of a parked sequence and try those behind
 * it; the reason is kept.
 */
public record SkipDeadLetter(
        @TargetAggregateIdentifier UUID groupId,
        String group,
        UUID sequence,
        UUID eventId,
        String reason) {}
