package io.daybook.messages.projects;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import java.util.UUID;

/** Brings a deleted project back. */
public record RestoreProject(@TargetAggregateIdentifier UUID projectId) {}
