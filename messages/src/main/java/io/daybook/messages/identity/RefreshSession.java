package io.daybook.messages.identity;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import java.util.UUID;

/**
 * Exchanges a refresh token (already proven authentic) for its successor; answered by a {@link
 * RefreshAnswer}.
 */
public record RefreshSession(
        @TargetAggregateIdentifier UUID sessionId, long generation, Device device) {}
