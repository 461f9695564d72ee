package io.daybook.command.projects;

import io.daybook.messages.Refusal;

import java.io.Serial;

/** There is no such project, or it is somebody else's: the two answer alike. */
final class ProjectNotFound extends Refusal {

    @Serial private static final long serialVersionUID = 1L;

    ProjectNotFound() {
        super(Kind.NOT_FOUND, "not-found", "There is no such thing.");
    }
}
