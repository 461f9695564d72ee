package io.daybook.messages.audit;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import java.util.UUID;

/** Gives a kept search another name, of 1 to 80 characters. */
public record RenameHistoryFilter(@TargetAggregateIdentifier UUID filterId, String name) {}
