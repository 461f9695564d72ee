package io.daybook.messages.identity;

import org.jspecify.annotations.Nullable;

/** What became of a sign-in: a refusal never says which part was wrong. */
public record LogInAnswer(@Nullable SignedIn signedIn) {

    /** The one answer to an unknown identifier and to a wrong password. */
    public static LogInAnswer refused() {
        return new LogInAnswer(null);
    }
}
