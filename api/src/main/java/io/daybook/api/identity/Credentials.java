package io.daybook.api.identity;

import io.daybook.messages.Secret;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/** What clients send about who they are; bounds of form only, the rules are the command side's. */
final class Credentials {

    private Credentials() {}

    record Registration(
            @NotNull @Size(min = 3, max = 254) String email,
            @NotNull Secret password,
            @Nullable @Size(max = 200) String fullName,
            @Nullable @Size(max = 32) String username) {}

    record SignIn(@NotNull @Size(min = 1, max = 254) String identifier, @NotNull Secret password) {}

    /** The password once more, before something that cannot be undone. */
    record Fresh(@NotNull Secret password) {}

    record Refresh(@Nullable Secret refreshToken) {}

    record Link(@NotNull Secret token) {}

    record Address(@NotNull @Size(min = 3, max = 254) String email) {}

    record Estimate(
            @NotNull Secret password,
            @Nullable @Size(max = 254) String email,
            @Nullable @Size(max = 200) String fullName) {}

    record FirstAdministrator(
            @NotNull Secret token,
            @NotNull @Size(min = 3, max = 254) String email,
            @NotNull Secret password,
            @Nullable @Size(max = 200) String fullName) {}
}
