package io.daybook.messages.identity;

import io.daybook.messages.Secret;

import org.axonframework.commandhandling.RoutingKey;

import java.util.UUID;

/** Signs a person in by e-mail or username; answered by a {@link LogInAnswer}. */
public record LogIn(
        @RoutingKey UUID sessionId, String identifier, Secret password, Device device) {}
