package io.daybook.query.identity;

import io.daybook.messages.identity.Role;
import io.daybook.messages.identity.UserProfile;

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

    /** As a reader knows the person. */
    UserProfile profile() {
        return new UserProfile(
                userId,
                email,
                fullName,
                username,
                Role.valueOf(role),
                emailVerified,
                createdAt,
                selectedConnection);
    }
}
