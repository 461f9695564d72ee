package io.daybook.messages.connections;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import java.util.UUID;

/** Makes this the connection that its owner works with. */
public record SelectConnection(@TargetAggregateIdentifier UUID connectionId) {}
