package io.daybook.api.identity;

import io.daybook.messages.identity.UserProfile;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** Somebody with an account, as clients see them; personal fields are absent after erasure. */
public record PersonItem(
        UUID id,
        @Nullable String email,
        @Nullable String fullName,
        @Nullable String username,
        String role,
        boolean emailVerified,
        Instant createdAt) {

    public static PersonItem of(UserProfile user) {
        return new PersonItem(
                user.userId(),
                user.email(),
                user.fullName(),
                user.username(),
                user.role().name().toLowerCase(Locale.ROOT),
                user.emailVerified(),
                user.createdAt());
    }
}
