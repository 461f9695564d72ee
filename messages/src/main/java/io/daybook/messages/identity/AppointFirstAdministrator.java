package io.daybook.messages.identity;

import io.daybook.messages.Secret;

import org.axonframework.commandhandling.RoutingKey;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** Uses the setup link: registers its bearer as the first administrator. */
public record AppointFirstAdministrator(
        @RoutingKey UUID installationId,
        Secret token,
        UUID userId,
        String email,
        @Nullable String fullName,
        Secret password) {}
