package io.daybook.api.identity;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** What a client gets for a sign-in or refresh; a browser gets the tokens in cookies instead. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SignInAnswer(
        @Nullable String accessToken,
        @Nullable String refreshToken,
        @Nullable String tokenType,
        long expiresIn,
        UUID sessionId) {}
