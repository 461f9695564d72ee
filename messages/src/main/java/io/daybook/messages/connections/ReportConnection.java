package io.daybook.messages.connections;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * Records what a test or use of the connection showed; nothing happens when that was known. No
 * reason means that it works.
 */
public record ReportConnection(
        @TargetAggregateIdentifier UUID connectionId, @Nullable String reason) {}
