package io.daybook.messages.identity;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import java.util.UUID;

/** Ends a session: its owner logs out or revokes it, or an administrator revokes it. */
public record EndSession(@TargetAggregateIdentifier UUID sessionId, SessionEnd reason) {}
