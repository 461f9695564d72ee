package io.daybook.messages.identity;

import io.daybook.messages.Secret;

import org.jspecify.annotations.Nullable;

/**
 * Asks how good a password would be for a person; answered by a {@link PasswordEstimate}. Nothing
 * of it is kept.
 */
public record PasswordStrength(
        Secret password, @Nullable String email, @Nullable String fullName) {}
