package io.daybook.messages.connections;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import java.util.UUID;

/** Disconnects it for good. */
public record RemoveConnection(@TargetAggregateIdentifier UUID connectionId) {}
