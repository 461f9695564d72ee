package io.daybook.messages.identity;

import org.axonframework.commandhandling.RoutingKey;

/** Asks for another link that proves the address; answers alike for every address. */
public record RequestEmailVerification(@RoutingKey String email) {}
