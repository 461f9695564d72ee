package io.daybook.api.audit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import java.util.UUID;

/** Which parked event is to be passed over, and why. */
public record DeadLetterSkip(
        @NotBlank @Size(max = 100) String group,
        @NotNull UUID sequence,
        @NotNull UUID eventId,
        @NotBlank @Size(max = 500) String reason) {}
