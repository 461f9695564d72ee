package io.daybook.messages.identity;

import org.axonframework.commandhandling.RoutingKey;

import java.util.UUID;

/** Daybook gives an e-mail address or username of a person back, for anybody to take. */
public record ReleaseIdentifier(@RoutingKey UUID identifierId, UUID userId) {}
