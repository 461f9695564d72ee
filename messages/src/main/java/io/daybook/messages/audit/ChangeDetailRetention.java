package io.daybook.messages.audit;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** Keeps details for so many days from now on, or for ever; the same again changes nothing. */
public record ChangeDetailRetention(
        @TargetAggregateIdentifier UUID retentionId, @Nullable Integer days) {}
