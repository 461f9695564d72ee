package io.daybook.messages.identity;

import org.jspecify.annotations.Nullable;

/**
 * What became of a refresh: nothing when the session is over, unknown or was ended by a reused
 * token.
 */
public record RefreshAnswer(@Nullable SignedIn signedIn) {

    /** The session has ended or ends now. */
    public static RefreshAnswer refused() {
        return new RefreshAnswer(null);
    }
}
