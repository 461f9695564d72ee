package io.daybook.messages.identity;

import io.daybook.messages.Secret;

import org.axonframework.commandhandling.RoutingKey;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * Starts erasing a person for good: themselves, who give their password, or an administrator
 * somebody else. The last administrator stays.
 */
public record EraseUser(@RoutingKey UUID userId, @Nullable Secret password) {}
