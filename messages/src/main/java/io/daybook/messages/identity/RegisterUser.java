package io.daybook.messages.identity;

import io.daybook.messages.Secret;

import org.axonframework.commandhandling.RoutingKey;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * Registers a person; answers alike whether the address was free or taken. The address is at most
 * 254 characters (RFC 5321), the password 8 to 256.
 */
public record RegisterUser(
        @RoutingKey UUID userId,
        String email,
        @Nullable String fullName,
        @Nullable String username,
        Secret password) {}
