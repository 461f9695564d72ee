package io.daybook.api.identity;

import io.daybook.messages.Secret;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/** What clients send about who they are; bounds of form only, the rules are the command side's. */
final class Credentials {

    private Credentials() {}

    /** Somebody who wants an account. */
    record Registration(
            @NotNull @Size(min = 3, max = 254) String email,
            @NotNull Secret password,
            @Nullable @Size(max = 200) String fullName,
            @Nullable @Size(max = 32) String username) {}

    /** An e-mail address or a username, and the password. */
    record SignIn(@NotNull @Size(min = 1, max = 254) String identifier, @NotNull Secret password) {}

    /** The password once more, before something that cannot be undone. */
    record Fresh(@NotNull Secret password) {}

    /** A refresh token; absent when it comes as a cookie. */
    record Refresh(@Nullable Secret refreshToken) {}

    /** The token of a mailed link. */
    record Link(@NotNull Secret token) {}

    /** An e-mail address. */
    record Address(@NotNull @Size(min = 3, max = 254) String email) {}

    /** A password to be judged, and what it should not resemble. */
    record Estimate(
            @NotNull Secret password,
            @Nullable @Size(max = 254) String email,
            @Nullable @Size(max = 200) String fullName) {}

    /** The token of the printed link, and who becomes administrator. */
    record FirstAdministrator(
            @NotNull Secret token,
            @NotNull @Size(min = 3, max = 254) String email,
            @NotNull Secret password,
            @Nullable @Size(max = 200) String fullName) {}
}
