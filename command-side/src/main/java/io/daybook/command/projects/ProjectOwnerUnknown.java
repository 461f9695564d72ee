package io.daybook.command.projects;

import io.daybook.messages.Refusal;

import java.io.Serial;

/** A project belongs to a person. */
final class ProjectOwnerUnknown extends Refusal {

    @Serial private static final long serialVersionUID = 1L;

    ProjectOwnerUnknown() {
        super(Kind.FORBIDDEN, "project-owner-unknown", "Sign in to open a project.");
    }
}
