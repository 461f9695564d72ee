package io.daybook.messages.identity;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import java.util.UUID;

/**
 * Makes a new one-time link for the first administrator, as long as there is none; answers whether
 * it was issued.
 */
public record IssueSetupLink(@TargetAggregateIdentifier UUID installationId, String tokenHash) {}
