package io.daybook.messages.audit;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import java.util.UUID;

/** Gives up a kept search. */
public record DeleteHistoryFilter(@TargetAggregateIdentifier UUID filterId) {}
