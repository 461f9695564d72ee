package io.daybook.api.audit;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Checkpoints and public keys that were kept elsewhere, to compare the log with. */
public record LogVerificationInput(
        @Nullable @Size(max = 100, message = "{daybook.values}") List<@NotNull String> checkpoints,
        @Nullable @Size(max = 100, message = "{daybook.values}") List<@NotNull String> keys) {

    static final LogVerificationInput NONE = new LogVerificationInput(null, null);
}
