package io.daybook.api.projects;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/**
 * What a client says of a project: a name of 1 to 120 characters and a description of at most
 * 2,000.
 */
public record ProjectInput(
        @NotBlank @Size(max = 120) String name, @Nullable @Size(max = 2_000) String description) {}
