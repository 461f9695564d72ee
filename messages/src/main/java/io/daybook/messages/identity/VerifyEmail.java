package io.daybook.messages.identity;

import io.daybook.messages.Secret;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import java.util.UUID;

/** Proves an address by the token of a mailed link. */
public record VerifyEmail(@TargetAggregateIdentifier UUID userId, Secret token) {}
