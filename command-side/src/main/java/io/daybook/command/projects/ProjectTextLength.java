package io.daybook.command.projects;

import io.daybook.messages.Refusal;

import org.jspecify.annotations.Nullable;

import java.io.Serial;

/** A project's name and description fit on a screen. */
final class ProjectTextLength extends Refusal {

    @Serial private static final long serialVersionUID = 1L;

    ProjectTextLength() {
        super(
                Kind.INVALID,
                "project-text-length",
                "The name of a project has between 1 and 120 characters, its description at most"
                        + " 2,000.");
    }

    static void check(String name, @Nullable String description) {
        if (name.isBlank() || name.strip().length() > 120) {
            throw new ProjectTextLength();
        }
        if (description != null && description.length() > 2_000) {
            throw new ProjectTextLength();
        }
    }
}
