package io.daybook.messages.identity;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * How good a password is: a score of 0 (guessed at once) to 4 (very hard to guess), whether
 * registration would take it, and why not.
 */
public record PasswordEstimate(
        int score, boolean acceptable, @Nullable String reason, List<String> suggestions) {}
