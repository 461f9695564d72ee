package io.daybook.api.audit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import java.util.UUID;

/** Which parked events are to be tried again. */
public record DeadLetterRetry(@NotBlank @Size(max = 100) String group, @NotNull UUID sequence) {}
