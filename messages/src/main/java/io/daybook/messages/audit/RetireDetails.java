package io.daybook.messages.audit;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import java.time.Instant;
import java.util.UUID;

/**
 * Retires the details that ended behind one position, up to another, and before a moment; answered
 * by how many events left the log.
 */
public record RetireDetails(
        @TargetAggregateIdentifier UUID retirementId, Instant before, long after, long upTo) {}
