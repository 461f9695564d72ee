package io.daybook.messages.identity;

import org.axonframework.commandhandling.RoutingKey;

import java.util.UUID;

/** Daybook records that it has erased a person: the last step of an erasure. */
public record ConfirmErasure(@RoutingKey UUID userId) {}
