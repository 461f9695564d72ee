package io.daybook.query.identity;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** A row of users. */
record UserRow(
        UUID userId,
        @Nullable String email,
        @Nullable String fullName,
        @Nullable String username,
        String role,
        boolean emailVerified,
        Instant createdAt,
        @Nullable UUID selectedConnection) {

    UserRow verified() {
        return new UserRow(
                userId, email, fullName, username, role, true, createdAt, selectedConnection);
    }

    UserRow withSelected(@Nullable UUID connection) {
        return new UserRow(
                userId, email, fullName, username, role, emailVerified, createdAt, connection);
    }
}
