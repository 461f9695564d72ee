package io.daybook.messages.identity;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** A person as the read model knows them; personal fields are absent after erasure. */
public record UserProfile(
        UUID userId,
        @Nullable String email,
        @Nullable String fullName,
        @Nullable String username,
        Role role,
        boolean emailVerified,
        Instant createdAt,
        @Nullable UUID selectedConnectionId) {}
