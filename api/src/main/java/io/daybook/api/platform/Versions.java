package io.daybook.api.platform;

import io.daybook.messages.Refusal;

import org.jspecify.annotations.Nullable;

/** Versions of resources in headers: {@code ETag} and {@code If-Match} (RFC 9110). */
public final class Versions {

    private Versions() {}

    /** The version that a client expects, or null when it does not care. */
    public static @Nullable Long expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.equals("*")) {
            return null;
        }
        String text = ifMatch.strip().replaceFirst("^W/", "").replace("\"", "");
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Refusal(
                    Refusal.Kind.STALE,
                    "version-unknown",
                    "The version in If-Match is not one that was given out.");
        }
    }
}
